package io.rollcall.scim.resource;

import io.rollcall.scim.message.Notes;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A payload as it was understood.
 *
 * @param resource the attributes that a client can write, in the schema's spelling and order
 * @param violations what is wrong with it; empty when it can be stored
 * @param untouched the attributes of which only parts came that a client can't write
 * @param notes what was left out, and where a rule was bent to understand it
 */
public record ReadResource(
    JsonObject resource, List<Violation> violations, List<AttributePath> untouched, Notes notes) {}
