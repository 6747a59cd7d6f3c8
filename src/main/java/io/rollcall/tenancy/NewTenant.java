package io.rollcall.tenancy;

/** An event: the tenant is being made, in the same transaction. */
public record NewTenant(String tenantId) {}
