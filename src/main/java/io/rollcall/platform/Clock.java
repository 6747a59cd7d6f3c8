package io.rollcall.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as everything here keeps it: UTC, in milliseconds. */
@ApplicationScoped
public class Clock {

  /** Now. */
  public Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
