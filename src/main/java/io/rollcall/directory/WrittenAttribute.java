package io.rollcall.directory;

import jakarta.json.JsonValue;

/**
 * An attribute of a resource, and who wrote it last.
 *
 * @param name its name; of an extension with its URN: {@code urn:example:User:badge}
 * @param value its value
 * @param writing who wrote it, and when
 */
public record WrittenAttribute(String name, JsonValue value, Writing writing) {}
