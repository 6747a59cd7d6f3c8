/**
 * For those who run the server, and those who program against it. {@link
 * io.rollcall.web.operations.OpenApi} puts the parts of the OpenAPI document together once: one
 * file for each part below {@code io/rollcall/openapi}, the schemas of SCIM's resources from their
 * definitions ({@code ResourceSchemas}), and what every operation may be answered with ({@code
 * UsualAnswers}).
 *
 * <p>{@code Metrics} counts; what it is told comes from {@code RequestMetrics}, which {@code
 * web.http} asks by its {@code ServedRequests}, and from events. {@code MetricsResource} writes it
 * for whom {@code MetricsReaders} lets in. Nothing here waits for the database.
 */
package io.rollcall.web.operations;
