package io.rollcall.provider;

/**
 * A tenant has a provider more; told within the transaction that adds it.
 *
 * @param providerId {@link SsoProvider#NOBODY} for the one that stands for none
 */
public record ProviderRegistered(String tenantId, String providerId) {}
