/**
 * One resource: how a payload is read by its schemas ({@link
 * io.rollcall.scim.resource.ResourceReader}, {@link io.rollcall.scim.resource.AttributeReader}),
 * made comparable ({@link io.rollcall.scim.resource.ComparisonKey}), taken apart into values for a
 * database's index ({@link io.rollcall.scim.resource.ResourceIndex}), and shown to a client ({@link
 * io.rollcall.scim.resource.Projection}). What identity providers send beyond the RFC in values is
 * tolerated in {@code AttributeReader}, in names in {@code ResourceReader}; what a value means is
 * one of the kinds of {@link io.rollcall.scim.resource.Sent}.
 */
package io.rollcall.scim.resource;
