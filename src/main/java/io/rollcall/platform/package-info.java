/**
 * What everything else stands on, and which knows nothing of it. Here: the settings, each a line of
 * {@link io.rollcall.platform.Settings} and of the README, checked all at once at the start; the
 * data folder; the log; the clock; ids. Below: {@code database} and {@code work}, {@code crypto},
 * {@code problem}, {@code start}.
 */
package io.rollcall.platform;
