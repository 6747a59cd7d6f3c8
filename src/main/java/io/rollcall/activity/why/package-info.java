/**
 * Why a person is here, or isn't: {@link io.rollcall.activity.why.Explanations} follows a name to
 * the directory and to the log, and says what it found in a sentence. Called by {@code web.admin}.
 */
package io.rollcall.activity.why;
