/** What goes over the wire: bounded JSON, list and error messages (RFC 7644 §3.4.2, §3.12). */
package io.rollcall.scim.message;
