package io.rollcall.directory;

/**
 * A relation of a resource as a client sees it: a member of a group, or a group of a user.
 *
 * @param id the other resource
 * @param resourceType the name of its type
 * @param display its name; null when it has none
 * @param type the {@code type} of the relation: the resource type of a member, {@code direct} or
 *     {@code indirect} for a group
 */
public record Member(String id, String resourceType, String display, String type) {}
