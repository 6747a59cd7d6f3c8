/**
 * Use cases that concern several rooms, which mustn't know each other: each calls them in order, in
 * one transaction. {@link io.rollcall.setup.TenantSetup} makes a tenant with its first key and
 * changes the encryption key; {@link io.rollcall.setup.ProviderRemoval} and {@link
 * io.rollcall.setup.SchemaRemoval} take what refers to a provider or schema away before it goes;
 * {@link io.rollcall.setup.FirstStart} begins, when {@code Starting} is fired.
 *
 * <p>Called by {@code web.admin} and at the start.
 */
package io.rollcall.setup;
