/**
 * The SSO providers of a tenant: where its users sign in, and on whose behalf they are provisioned.
 * {@link io.rollcall.provider.SsoProviders} keeps them; {@link io.rollcall.provider.ProviderType}
 * says what each type has and may be told ({@link io.rollcall.provider.ProviderRules}), {@code
 * AnyAuthority}, {@code MicrosoftAuthority} and {@code SubjectClaim} what can't be trusted. An
 * {@link io.rollcall.provider.OidcClient} is the client that this server is to the provider.
 *
 * <p>Called by {@code web.admin}, {@code setup} and {@code access}. Whoever has something that
 * refers to a provider implements {@link io.rollcall.provider.ProviderDependents} and is asked
 * before one changes or goes.
 */
package io.rollcall.provider;
