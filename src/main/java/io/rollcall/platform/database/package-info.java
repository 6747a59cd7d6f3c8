/**
 * Reaching the database. {@link io.rollcall.platform.database.RollcallDataSource} is what the
 * container pools; its connections renew themselves, and {@link
 * io.rollcall.platform.database.DatabaseWatch} looks each second whether anybody answers. {@link
 * io.rollcall.platform.database.Migration} makes the tables, {@code Dialect} has all that differs
 * between H2 and PostgreSQL, {@link io.rollcall.platform.database.DatabaseFailure} says what an
 * exception means.
 *
 * <p>For entities and queries: {@link io.rollcall.platform.database.TenantKey}, {@code
 * InstantConverter}; {@link io.rollcall.platform.database.RowLock}, by which every lock is taken;
 * {@link io.rollcall.platform.database.QueryTime}, which bounds what a request asks; {@link
 * io.rollcall.platform.database.TenantRows}, by which a tenant's rows are removed; {@link
 * io.rollcall.platform.database.Creation}, from which a list goes on.
 */
package io.rollcall.platform.database;
