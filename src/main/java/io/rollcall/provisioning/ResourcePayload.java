package io.rollcall.provisioning;

import io.rollcall.scim.resource.ReadResource;

/** A resource that a client sent. */
@ValidResource
public record ResourcePayload(ReadResource read) {}
