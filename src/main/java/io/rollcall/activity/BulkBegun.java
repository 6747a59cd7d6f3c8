package io.rollcall.activity;

import io.rollcall.platform.actor.Actor;
import io.rollcall.platform.work.OfTenant;

/**
 * An event: a bulk request begins, the operations of which are told one by one.
 *
 * @param tenantId the tenant
 * @param actor who sent it; its request has a bundle
 * @param operations how many operations it has
 */
public record BulkBegun(String tenantId, Actor actor, int operations) implements OfTenant {}
