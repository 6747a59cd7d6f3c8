package io.rollcall.web.problem;

import io.rollcall.scim.message.ScimException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what fails before JAX-RS sees it, as every other problem is answered. */
@WebServlet(ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {

  static final String PATH = "/_error";

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    answer(response, HttpProblem.of(status instanceof Integer code ? code : 404));
  }

  /** Writes a problem where there is no JAX-RS to do it. */
  public static void answer(HttpServletResponse response, ScimException problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(MediaTypes.SCIM_JSON);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(problem.toJson().toString());
  }
}
