package io.rollcall.directory;

import java.util.Optional;

/**
 * A relation of a resource as a client sees it: a member of a group, or a group of a user.
 *
 * @param id the other resource
 * @param resourceType the name of its type
 * @param display its name; empty when it has none
 * @param type the {@code type} of the relation: the resource type of a member, {@code direct} or
 *     {@code indirect} for a group
 */
public record Relation(String id, String resourceType, Optional<String> display, String type) {}
