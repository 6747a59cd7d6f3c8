/**
 * Rollcall, a SCIM 2.0 provisioning server. A request comes in by {@code web}, is recognised by
 * {@code access}, judged by {@code provisioning}, and changes the {@code directory}, which fires
 * what happened; {@code activity} writes that down. {@code setup} does what concerns several of
 * these at once.
 *
 * <p>What a message means is decided in {@code scim}, which knows no server; {@code platform}
 * carries all. An arrow goes down only: {@code ArchitectureTest} says which room may know which.
 * Here itself stands nothing but the list of what the WAR serves.
 */
package io.rollcall;
