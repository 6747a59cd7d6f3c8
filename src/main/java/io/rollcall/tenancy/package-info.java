/**
 * Tenants, and what makes one differ from another: its extension schemas. {@link
 * io.rollcall.tenancy.Tenants} and {@link io.rollcall.tenancy.TenantSchemas} keep them; {@link
 * io.rollcall.tenancy.TenantTypes} makes of them the resource types by which a tenant's messages
 * are understood. {@link io.rollcall.tenancy.TenantRemoval} removes a tenant in steps, in the
 * background.
 *
 * <p>Known by all rooms above, and knows none of them: whoever keeps values of a schema implements
 * {@link io.rollcall.tenancy.SchemaDependents} and is asked before the schema changes; whoever has
 * tables with rows of tenants implements {@link io.rollcall.tenancy.TenantContents} and names them.
 */
package io.rollcall.tenancy;
