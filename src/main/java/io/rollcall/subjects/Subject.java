package io.rollcall.subjects;

import io.rollcall.directory.StoredResource;
import io.rollcall.scim.schema.ResourceType;

/**
 * A user or group, as it is found.
 *
 * @param resource the resource
 * @param type its type, as its tenant has it
 */
public record Subject(StoredResource resource, ResourceType type) {}
