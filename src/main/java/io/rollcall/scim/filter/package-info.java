/** The filter language (RFC 7644 §3.4.2.2): one tree, one parser, the evaluation in memory. */
package io.rollcall.scim.filter;
