package io.rollcall.provider;

/** Whoever has something that refers to SSO providers, and is asked before one of these goes. */
public interface ProviderDependents {

  /** What it has, in words for admins: {@code SCIM tokens}. */
  String what();

  /** How many of these refer to the provider. */
  long count(String tenantId, String providerId);
}
