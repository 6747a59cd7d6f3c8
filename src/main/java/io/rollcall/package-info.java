/**
 * Rollcall, a SCIM 2.0 provisioning server. A request comes in by {@code rest}, is recognised by
 * {@code tenancy}, changes the {@code directory}, and leaves a trace in {@code activity}; what a
 * message means is decided in {@code scim}, which knows no server. {@code platform} carries all.
 */
package io.rollcall;
