package io.rollcall.activity.overview;

import io.rollcall.platform.database.TenantKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a provider was heard of, and in what rhythm. It comes in cycles: many requests one after the
 * other, then none for a while.
 */
@Entity
@Table(name = "provider_contact")
public class ProviderContact {

  /** Nobody who is still at it is quiet for so long. */
  static final Duration END_OF_CYCLE = Duration.ofMinutes(10);

  /** The rhythm is known by so many pauses, or not at all. */
  private static final int ENOUGH = 3;

  private static final int REMEMBERED = 9;

  @EmbeddedId
  @AttributeOverride(name = "id", column = @Column(name = "provider_id"))
  private TenantKey key;

  @Column(name = "last_contact")
  private Instant lastContact;

  @Column(name = "last_success")
  private Instant lastSuccess;

  @Column(name = "cycle_began")
  private Instant cycleBegan;

  @Column(name = "cycle_requests")
  private long cycleRequests;

  @Column(name = "cycle_refused")
  private long cycleRefused;

  /** Seconds from the beginning of one cycle to that of the next, the latest ones, in order. */
  @Column(name = "pauses")
  private String pauses = "";

  /** For JPA. */
  protected ProviderContact() {}

  ProviderContact(TenantKey key, Instant first) {
    this.key = key;
    this.lastContact = first;
    this.cycleBegan = first;
  }

  /** It was heard of again. */
  void heard(Visit visit) {
    if (visit.first().isAfter(lastContact.plus(END_OF_CYCLE))) {
      remember(Duration.between(cycleBegan, visit.first()));
      cycleBegan = visit.first();
      cycleRequests = 0;
      cycleRefused = 0;
    }
    lastContact = later(lastContact, visit.last());
    lastSuccess = visit.lastSuccess().map(time -> later(lastSuccess, time)).orElse(lastSuccess);
    cycleRequests += visit.requests();
    cycleRefused += visit.refused();
  }

  private void remember(Duration pause) {
    var all = Stream.concat(pauses().stream(), Stream.of(pause.toSeconds())).toList();
    pauses =
        all.stream()
            .skip(Math.max(0, all.size() - REMEMBERED))
            .map(String::valueOf)
            .collect(Collectors.joining(","));
  }

  private static Instant later(Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }

  private List<Long> pauses() {
    return Arrays.stream(pauses.split(",")).filter(p -> !p.isEmpty()).map(Long::valueOf).toList();
  }

  /**
   * After how long it usually comes again: three of four times it came sooner. Empty while that
   * isn't known.
   */
  public Optional<Duration> usualPause() {
    var sorted = pauses().stream().sorted().toList();
    return sorted.size() < ENOUGH
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(sorted.get(sorted.size() * 3 / 4)));
  }

  /** Whether a cycle is going on. */
  public boolean isAtIt(Instant now) {
    return now.isBefore(lastContact.plus(END_OF_CYCLE));
  }

  public String providerId() {
    return key.id();
  }

  public Instant lastContact() {
    return lastContact;
  }

  /** When it last got what it asked for; empty when it never did. */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccess);
  }

  /** When the latest cycle began. */
  public Instant cycleBegan() {
    return cycleBegan;
  }

  /** How many requests the latest cycle has had so far. */
  public long cycleRequests() {
    return cycleRequests;
  }

  /** How many of them were refused. */
  public long cycleRefused() {
    return cycleRefused;
  }
}
