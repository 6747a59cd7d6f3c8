package io.rollcall.directory;

import java.util.List;

/**
 * A resource with its relations.
 *
 * @param resource the resource
 * @param relations a group's members or a user's groups; empty when nobody asked for them
 */
public record Found(StoredResource resource, List<Member> relations) {}
