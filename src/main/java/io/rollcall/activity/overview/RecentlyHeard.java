package io.rollcall.activity.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a node has heard and not yet written down. */
@ApplicationScoped
public class RecentlyHeard {

  @Inject private HourCounts hours;
  @Inject private Contacts contacts;
  @Inject private Failings failings;

  /** Writes it down now, so that whoever asks this node is told all that it knows. */
  public void writeDown() {
    contacts.run();
    failings.run();
    hours.run();
  }
}
