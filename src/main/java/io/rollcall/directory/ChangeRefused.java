package io.rollcall.directory;

import io.rollcall.access.Actor;

/**
 * An event: somebody who is known may not change a resource. It is observed in a transaction of its
 * own, for that of the change is undone.
 *
 * @param actor who it is
 * @param resource which resource
 * @param reason why not, in words that follow its name
 */
public record ChangeRefused(Actor actor, ResourceRef resource, String reason) {}
