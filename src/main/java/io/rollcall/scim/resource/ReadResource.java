package io.rollcall.scim.resource;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A payload as it was understood.
 *
 * @param resource the attributes that a client can write, in the schema's spelling and order
 * @param violations what is wrong with it; empty when it can be stored
 * @param ignored the names that no schema defines
 */
public record ReadResource(JsonObject resource, List<Violation> violations, List<String> ignored) {}
