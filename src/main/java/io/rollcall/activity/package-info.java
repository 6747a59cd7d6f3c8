/** What provisioning did and what was refused, written in the transaction that did it. */
package io.rollcall.activity;
