package io.rollcall.provider;

/** An event: what the provider provisions shall become nobody's, in the same transaction. */
public record ProviderRelease(String tenantId, String providerId) {}
