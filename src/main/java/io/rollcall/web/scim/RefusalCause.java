package io.rollcall.web.scim;

import io.rollcall.activity.Cause;
import io.rollcall.directory.Gone;
import io.rollcall.directory.NameTaken;
import io.rollcall.directory.NameTaken.Holder;
import io.rollcall.directory.UnknownMembers;
import io.rollcall.provisioning.AnothersResource;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.patch.UnknownAttribute;
import io.rollcall.scim.resource.InvalidValues;
import io.rollcall.scim.resource.MissingAttribute;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.Violation;
import io.rollcall.web.problem.Problem;
import io.rollcall.web.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Why a request was refused, by the type of what was thrown.
 *
 * @param facts what goes into the texts of the cause
 * @param absent the ids that were sent of what isn't there, as they were sent
 */
record RefusalCause(Cause cause, Map<String, String> facts, List<String> absent) {

  static final String ATTRIBUTE = "attribute";
  private static final Pattern FILTER = Pattern.compile("[\\[\\s].*", Pattern.DOTALL);

  RefusalCause(Cause cause, Map<String, String> facts) {
    this(cause, facts, List.of());
  }

  /**
   * The cause of a problem.
   *
   * @param thrown what was thrown, maybe wrapped
   * @param problem what was made of it
   */
  static RefusalCause of(Throwable thrown, Problem problem) {
    var failure = Problems.ownException(thrown).orElse(thrown);
    if (failure instanceof NameTaken taken) {
      return new RefusalCause(Cause.NAME_TAKEN, facts(taken));
    }
    if (failure instanceof UnknownMembers unknown) {
      return new RefusalCause(Cause.UNKNOWN_MEMBERS, facts(unknown), unknown.ids());
    }
    if (failure instanceof AnothersResource anothers) {
      return new RefusalCause(Cause.ANOTHERS_RESOURCE, Map.of("other", anothers.owner()));
    }
    if (failure instanceof Gone gone) {
      return new RefusalCause(Cause.GONE, Map.of("id", gone.ref().id()));
    }
    if (failure instanceof MissingAttribute missing) {
      return new RefusalCause(Cause.MISSING_ATTRIBUTE, attribute(missing));
    }
    if (failure instanceof UnknownAttribute unknown) {
      return new RefusalCause(Cause.UNKNOWN_ATTRIBUTE, attribute(unknown));
    }
    return violations(failure).stream()
        .findFirst()
        .map(RefusalCause::of)
        .orElseGet(() -> general(problem, attribute(failure)));
  }

  private static RefusalCause of(Violation violation) {
    return new RefusalCause(
        violation.isMissing() ? Cause.MISSING_ATTRIBUTE : Cause.WRONG_VALUE,
        Map.of(ATTRIBUTE, violation.attribute()));
  }

  /** What was wrong with a resource, as it was found when it was read. */
  private static List<Violation> violations(Throwable failure) {
    if (failure instanceof InvalidValues invalid) {
      return invalid.violations();
    }
    return failure instanceof ConstraintViolationException violated
        ? violated.getConstraintViolations().stream()
            .map(ConstraintViolation::getInvalidValue)
            .filter(ReadResource.class::isInstance)
            .findFirst()
            .map(read -> ((ReadResource) read).violations())
            .orElse(List.of())
        : List.of();
  }

  private static Map<String, String> attribute(Throwable failure) {
    return failure instanceof ScimException scim
        ? scim.attribute().map(name -> Map.of(ATTRIBUTE, withoutFilter(name))).orElse(Map.of())
        : Map.of();
  }

  /** Of a path no more than the attribute: a filter has values of persons. */
  private static String withoutFilter(String path) {
    return FILTER.matcher(path).replaceFirst("");
  }

  private static Map<String, String> facts(NameTaken taken) {
    var facts = new TreeMap<>(attribute(taken));
    facts.put("value", taken.value());
    var holder = taken.holder();
    if (holder instanceof Holder.SameProviders) {
      facts.put("own", holder.id());
    } else if (holder instanceof Holder.OtherProviders others) {
      facts.put("others", others.id());
      facts.put("other", others.provider());
    } else {
      facts.put("nobodys", holder.id());
    }
    return facts;
  }

  private static Map<String, String> facts(UnknownMembers unknown) {
    return Map.of(
        "unknown", Integer.toString(unknown.ids().size()),
        "all", Integer.toString(unknown.all()));
  }

  private static RefusalCause general(Problem problem, Map<String, String> attribute) {
    var cause = problem.scimType().map(RefusalCause::of).orElseGet(() -> of(problem.status()));
    // A parameter, or the frame of a message, that no mapping of attributes has made.
    var isOfNoAttribute = cause == Cause.WRONG_VALUE && attribute.isEmpty();
    return new RefusalCause(isOfNoAttribute ? Cause.BAD_REQUEST : cause, attribute);
  }

  private static Cause of(ScimType type) {
    return switch (type) {
      case INVALID_FILTER -> Cause.BAD_FILTER;
      case TOO_MANY -> Cause.TOO_MANY;
      case UNIQUENESS -> Cause.NAME_TAKEN;
      case MUTABILITY -> Cause.READ_ONLY;
      case INVALID_PATH -> Cause.BAD_PATH;
      case NO_TARGET -> Cause.NO_TARGET;
      case INVALID_VALUE -> Cause.WRONG_VALUE;
      case SENSITIVE -> Cause.FORBIDDEN;
      case INVALID_SYNTAX, INVALID_CURSOR, EXPIRED_CURSOR, INVALID_COUNT -> Cause.BAD_REQUEST;
    };
  }

  private static Cause of(int status) {
    return switch (status) {
      case 400, 406, 408, 415 -> Cause.BAD_REQUEST;
      case 403 -> Cause.FORBIDDEN;
      case 404 -> Cause.WRONG_ADDRESS;
      case 405 -> Cause.WRONG_METHOD;
      case 412 -> Cause.OUTDATED;
      case 413 -> Cause.TOO_LARGE;
      case 501 -> Cause.NOT_SUPPORTED;
      case 503 -> Cause.BUSY;
      default -> status < 500 ? Cause.OTHER : Cause.SERVER_FAILED;
    };
  }
}
