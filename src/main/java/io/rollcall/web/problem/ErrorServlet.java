package io.rollcall.web.problem;

import io.rollcall.scim.message.ScimType;
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
    var uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = uri instanceof String text ? text.substring(request.getContextPath().length()) : "";
    answer(
        response,
        HttpProblem.of(status instanceof Integer code ? code : 404),
        ProblemForm.at(path));
  }

  /** Refuses a request that can be understood in two ways, where there is no JAX-RS to do it. */
  public static void refuseAmbiguous(HttpServletResponse response, String detail)
      throws IOException {
    answer(response, Problem.of(ScimType.INVALID_SYNTAX, detail), ProblemForm.SCIM);
  }

  private static void answer(HttpServletResponse response, Problem problem, ProblemForm form)
      throws IOException {
    response.setStatus(problem.status());
    response.setContentType(form.mediaType());
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(form.body(problem).toString());
  }
}
