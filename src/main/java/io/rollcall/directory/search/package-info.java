/**
 * Lists of resources: {@link io.rollcall.directory.search.Query} is what is asked, {@link
 * io.rollcall.directory.search.Search} answers. {@code Source} says how resources are found and
 * sorted by an attribute's values, and {@link io.rollcall.directory.search.ServerAttribute} is the
 * table of the attributes whose values aren't what clients wrote.
 */
package io.rollcall.directory.search;
