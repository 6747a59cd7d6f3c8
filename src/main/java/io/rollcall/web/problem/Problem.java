package io.rollcall.web.problem;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.resource.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client is told when something went wrong, before it has the form of one of the APIs.
 *
 * @param status the HTTP status
 * @param scimType SCIM's keyword; empty when there is none
 * @param detail what is wrong and what to change
 * @param messagesByField the fields that are wrong; empty when it isn't about fields
 * @param hasCredential whether a credential came with the request; of meaning with 401 only
 */
public record Problem(
    int status,
    Optional<ScimType> scimType,
    String detail,
    Map<String, String> messagesByField,
    boolean hasCredential) {

  private static final int INVALID = 400;

  static Problem of(int status, String detail) {
    return new Problem(status, Optional.empty(), detail, Map.of(), false);
  }

  static Problem of(ScimType scimType, String detail) {
    return new Problem(scimType.status(), Optional.of(scimType), detail, Map.of(), false);
  }

  static Problem of(ScimException problem) {
    return new Problem(problem.status(), problem.scimType(), problem.getMessage(), Map.of(), false);
  }

  /** What is wrong with the fields of what was sent. */
  static Problem of(List<Violation> violations) {
    var messagesByField = new TreeMap<String, String>();
    violations.forEach(v -> messagesByField.putIfAbsent(v.path(), v.message()));
    return new Problem(
        INVALID,
        Optional.of(ScimType.INVALID_VALUE),
        Violation.inWords(violations),
        messagesByField,
        false);
  }

  static Problem of(Refusal refusal) {
    if (refusal instanceof Refusal.Unauthenticated unauthenticated) {
      return new Problem(
          401, Optional.empty(), refusal.getMessage(), Map.of(), unauthenticated.hasCredential());
    }
    return refusal instanceof Refusal.Invalid invalid
        ? of(List.of(new Violation(invalid.field(), invalid.getMessage())))
        : of(status(refusal), refusal.getMessage());
  }

  private static int status(Refusal refusal) {
    if (refusal instanceof Refusal.NotFound) {
      return 404;
    }
    if (refusal instanceof Refusal.Forbidden) {
      return 403;
    }
    if (refusal instanceof Refusal.Conflict) {
      return 409;
    }
    if (refusal instanceof Refusal.Stale) {
      return 412;
    }
    if (refusal instanceof Refusal.TooLarge) {
      return 413;
    }
    if (refusal instanceof Refusal.Incomplete) {
      return 408;
    }
    if (refusal instanceof Refusal.Unsupported) {
      return 501;
    }
    if (refusal instanceof Refusal.Busy) {
      return 503;
    }
    throw new IllegalArgumentException("A kind of refusal without a status: " + refusal);
  }
}
