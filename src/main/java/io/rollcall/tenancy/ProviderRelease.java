package io.rollcall.tenancy;

/** An event: what the provider provisions shall become nobody's, in the same transaction. */
public record ProviderRelease(String tenantId, String providerId) {}
