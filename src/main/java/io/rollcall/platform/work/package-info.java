/**
 * What becomes a transaction, and when. {@link io.rollcall.platform.work.UseCases} stands at each
 * class all of whose methods are transactions, {@code DatabaseWork} with {@code Transactional} at a
 * method that is one among others: the interceptor of {@link
 * io.rollcall.platform.work.DatabaseWork} waits for one of the places that {@code Admission} has,
 * shares them among tenants by the {@link io.rollcall.platform.work.OfTenant} that is among the
 * arguments, and tries again what lost a race. So a use case may run more than once, and nothing
 * that it does outside the database may count on running once.
 *
 * <p>{@code Chores} has each {@link io.rollcall.platform.work.Chore} done again and again in the
 * background.
 */
package io.rollcall.platform.work;
