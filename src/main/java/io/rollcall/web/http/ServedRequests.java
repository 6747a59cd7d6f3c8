package io.rollcall.web.http;

import jakarta.servlet.http.HttpServletRequest;

/** Hears of each request that has been answered, whoever answered it. It must be quick. */
public interface ServedRequests {

  /**
   * A request has been answered.
   *
   * @param status the status of the answer
   * @param nanos how long it took, with reading the body and writing the answer
   */
  void served(HttpServletRequest request, int status, long nanos);
}
