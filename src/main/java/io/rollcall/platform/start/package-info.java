/** What happens before the first request: the migration, then all who observe {@code Starting}. */
package io.rollcall.platform.start;
