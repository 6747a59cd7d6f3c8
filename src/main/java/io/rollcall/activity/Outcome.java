package io.rollcall.activity;

import io.rollcall.directory.ResourceChange;
import io.rollcall.directory.User;
import io.rollcall.tenancy.Administered.Act;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request ended that was to change a user or a group. */
public enum Outcome {
  CREATED,
  CHANGED,
  /** What was asked for was there already. */
  UNCHANGED,
  /** Changed, and may not use the applications of the tenant since. */
  DEACTIVATED,
  /** Changed, and may use the applications of the tenant again. */
  REACTIVATED,
  /** It was nobody's, and is a provider's since. */
  ADOPTED,
  /** It was a provider's, and is nobody's since. */
  RELEASED,
  /** It was another provider's or nobody's, and was given to a provider. */
  TRANSFERRED,
  DELETED,
  /** Nothing was changed. */
  REFUSED;

  /** How a change is told. */
  public static Outcome of(ResourceChange change) {
    return switch (change.kind()) {
      case CREATED -> CREATED;
      case ADOPTED -> ADOPTED;
      case RELEASED -> RELEASED;
      case TRANSFERRED -> TRANSFERRED;
      case DELETED -> DELETED;
      case UNCHANGED -> UNCHANGED;
      case CHANGED -> ofActive(change);
    };
  }

  static Outcome of(Act act) {
    return switch (act) {
      case CREATED -> CREATED;
      case CHANGED -> CHANGED;
      case DELETED -> DELETED;
      case SUSPENDED -> DEACTIVATED;
      case RESUMED -> REACTIVATED;
    };
  }

  private static Outcome ofActive(ResourceChange change) {
    var before = User.ACTIVE.get(change.before());
    var after = User.ACTIVE.get(change.after());
    if (before.equals(after)) {
      return CHANGED;
    }
    return after.equals(Optional.of(JsonValue.FALSE)) ? DEACTIVATED : REACTIVATED;
  }

  /** The outcome of that name, as {@link #toString} writes it; empty when there is none. */
  public static Optional<Outcome> named(String name) {
    return Arrays.stream(values()).filter(outcome -> outcome.toString().equals(name)).findFirst();
  }

  /** As it is shown: {@code deactivated}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
