/** Why something can't be done: a type for each kind, in words for whoever asked. No protocol. */
package io.rollcall.platform.problem;
