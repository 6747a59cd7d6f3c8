package io.rollcall.tenancy;

/**
 * What an admin says of an SSO provider.
 *
 * @param scheme its name, 1 to 64 of a-z A-Z 0-9 - _ and dot
 * @param displayName its name for people
 * @param enabled whether users may sign in by it
 * @param authority the issuer, or null for a type that has none
 * @param properties the properties as a JSON text, without the secret
 */
public record ProviderDescription(
    String scheme, String displayName, boolean enabled, String authority, String properties) {}
