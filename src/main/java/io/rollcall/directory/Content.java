package io.rollcall.directory;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a resource is to be.
 *
 * @param document its attributes, but for those that are kept elsewhere
 * @param password what becomes of its password
 * @param dropped what was sent and isn't kept, as no schema of the tenant has it
 */
public record Content(JsonObject document, PasswordChange password, List<String> dropped) {}
