package io.rollcall.activity.overview;

import java.util.List;
import java.util.Map;

/**
 * How it goes with the provisioning of a tenant.
 *
 * @param providers each provider, by scheme
 * @param failures what fails of which nobody can tell whose it is, by cause, and what did until
 *     lately
 * @param soon what will go wrong unless somebody does something
 * @param hours how often what was done in each hour of the last 30 days, by the hour's number;
 *     hours in which nothing was done are missing
 */
public record Overview(
    List<ProviderState> providers,
    List<FailureGroup> failures,
    List<Warning> soon,
    Map<Long, Map<String, Long>> hours) {}
