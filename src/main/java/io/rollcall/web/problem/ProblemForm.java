package io.rollcall.web.problem;

import io.rollcall.scim.message.SharedJson;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** The forms in which the APIs tell problems. */
public enum ProblemForm {
  /** SCIM errors (RFC 7644 §3.12). */
  SCIM(MediaTypes.SCIM_JSON) {
    @Override
    public JsonObject body(Problem problem) {
      var error =
          SharedJson.createObjectBuilder()
              .add("schemas", SharedJson.createArrayBuilder().add(SCIM_ERROR))
              .add("status", Integer.toString(problem.status()));
      problem.scimType().ifPresent(type -> error.add("scimType", type.keyword()));
      return error.add("detail", problem.detail()).build();
    }
  },

  /** Problem details (RFC 9457); with 400 they name the fields. */
  DETAILS(MediaTypes.PROBLEM_JSON) {
    private static final String FIELDS = "Fields are missing or wrong; errors names each.";

    @Override
    public JsonObject body(Problem problem) {
      var reason = Response.Status.fromStatusCode(problem.status());
      var details =
          SharedJson.createObjectBuilder()
              .add("type", "about:blank")
              .add("title", reason == null ? "Error" : reason.getReasonPhrase())
              .add("status", problem.status())
              .add("detail", problem.messagesByField().isEmpty() ? problem.detail() : FIELDS);
      if (problem.status() == Response.Status.BAD_REQUEST.getStatusCode()) {
        var errors = SharedJson.createArrayBuilder();
        problem
            .messagesByField()
            .forEach(
                (field, message) ->
                    errors.add(
                        SharedJson.createObjectBuilder()
                            .add("field", field)
                            .add("message", message)));
        details.add("errors", errors);
      }
      return details.build();
    }
  },

  /** Errors of the token endpoint and its neighbours (RFC 6749 §5.2). */
  OAUTH(MediaType.APPLICATION_JSON) {
    @Override
    public JsonObject body(Problem problem) {
      var error =
          switch (problem.status()) {
            case 401 -> "invalid_client";
            case 500 -> "server_error";
            case 503 -> "temporarily_unavailable";
            default -> "invalid_request";
          };
      return SharedJson.createObjectBuilder()
          .add("error", error)
          .add("error_description", problem.detail())
          .build();
    }
  };

  private static final String SCIM_ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  /** Where admins come in: all but SCIM's own base there. */
  private static final Pattern FOR_ADMINS = Pattern.compile("/?core/iam/v1/(?!scim(?:/|$)).*");

  /** Where applications come in. */
  private static final Pattern FOR_APPLICATIONS = Pattern.compile("/?[^/]+/oauth2/.*");

  private final String mediaType;

  ProblemForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The form of whoever is asked at an address at which there is nothing. */
  public static ProblemForm at(String path) {
    if (FOR_ADMINS.matcher(path).matches()) {
      return DETAILS;
    }
    return FOR_APPLICATIONS.matcher(path).matches() ? OAUTH : SCIM;
  }

  /** The media type of the body. */
  public String mediaType() {
    return mediaType;
  }

  /** The problem as a JSON object. */
  public abstract JsonObject body(Problem problem);
}
