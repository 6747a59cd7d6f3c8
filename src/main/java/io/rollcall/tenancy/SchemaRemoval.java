package io.rollcall.tenancy;

/** An event: all values of the schema shall go, in the same transaction. */
public record SchemaRemoval(String tenantId, String schemaId) {}
