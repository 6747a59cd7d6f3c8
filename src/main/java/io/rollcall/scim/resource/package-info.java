/** One resource: how a payload is read by its schemas, compared, indexed, and shown to a client. */
package io.rollcall.scim.resource;
