/**
 * What everything else stands on: settings, the data folder, the database and its migrations. Uses
 * nothing of ours.
 */
package io.rollcall.platform;
