package io.rollcall.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Why a request was refused. */
public enum Cause {
  OTHER;

  public String keyword() {
    return "other";
  }

  @Override
  public String toString() {
    return keyword();
  }

  public static Optional<Cause> named(String keyword) {
    return Arrays.stream(values()).filter(c -> c.keyword().equals(keyword)).findFirst();
  }

  public String sentence(Map<String, String> facts) {
    return "Other.";
  }

  public String group(long people, Map<String, String> facts) {
    return people + " people: other";
  }

  public String advice(Idp idp, Map<String, String> facts) {
    return "Other.";
  }
}
