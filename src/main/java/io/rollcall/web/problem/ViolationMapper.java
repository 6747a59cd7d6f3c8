package io.rollcall.web.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Leaves violated constraints to whoever answers all else: servers have a mapper for exceptions of
 * validation, which this one is nearer than.
 */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Context private Providers providers;

  @Override
  public Response toResponse(ConstraintViolationException violated) {
    return providers.getExceptionMapper(Throwable.class).toResponse(violated);
  }
}
