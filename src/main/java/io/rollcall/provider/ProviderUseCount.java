package io.rollcall.provider;

import java.util.ArrayList;
import java.util.List;

/** An event: whoever has something that refers to the provider adds how many. */
public final class ProviderUseCount {

  private final String tenantId;
  private final String providerId;
  private final List<String> parts = new ArrayList<>();

  ProviderUseCount(String tenantId, String providerId) {
    this.tenantId = tenantId;
    this.providerId = providerId;
  }

  public String tenantId() {
    return tenantId;
  }

  public String providerId() {
    return providerId;
  }

  /** Adds so many of something, unless there is none. */
  public void add(long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  String inWords() {
    return String.join(", ", parts);
  }
}
