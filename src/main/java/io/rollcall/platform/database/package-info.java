/**
 * The database: its data source, its migrations, what its failures mean, and JPA's common parts.
 */
package io.rollcall.platform.database;
