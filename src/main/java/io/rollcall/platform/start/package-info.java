/**
 * What happens between the deployment and the first request: the settings are checked, the data
 * folder is made, the tables are migrated, then all who observe {@link
 * io.rollcall.platform.start.Starting} do their part, and the watch over the database begins. What
 * can't be ends the deployment, with a line that says what to do.
 */
package io.rollcall.platform.start;
