package io.rollcall.activity.overview;

import io.rollcall.activity.Cause;
import io.rollcall.activity.Names;
import io.rollcall.activity.RefusalsJoined;
import io.rollcall.activity.RequestRefused;
import io.rollcall.platform.Clock;
import io.rollcall.platform.work.Chore;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.StorableText;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hears who is refused, and writes it down each second: thirty clients that are refused the same
 * userName at once would wait for one row. What a node has heard in its last second is lost with
 * it; the activity log has it all the same.
 */
@ApplicationScoped
public class Failings implements Chore {

  /** Stands for whoever has neither an id nor a name. */
  static final String NAMELESS = "?";

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Of more within a second the overview doesn't tell; the activity log does. */
  private static final int MAX_HEARD = 10_000;

  private static final int MAX_ABOUT = 100;
  private static final int MAX_ID = 36;

  @Inject private Clock clock;
  @Inject private WrittenFailings written;

  private final Unwritten<Failing.Key, Refusals> heard = new Unwritten<>(MAX_HEARD, Refusals::and);

  /** Somebody was refused. */
  void note(@Observes RequestRefused refused) {
    // Whoever deletes what is gone has what he wants.
    if (refused.cause() != Cause.GONE || !refused.asked().equals("delete")) {
      refused.actor().providerId().ifPresent(provider -> note(refused, provider));
    }
  }

  private void note(RequestRefused refused, String providerId) {
    var name = refused.subject().filter(StorableText::is);
    var id = refused.resourceId().filter(i -> i.length() <= MAX_ID && StorableText.is(i));
    var person =
        id.or(() -> name.map(Names::key)).orElse(refused.asked().equals("create") ? NAMELESS : "");
    var about =
        Stream.of("attribute", "other")
            .map(refused.facts()::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    var now = clock.now();
    heard.add(
        key(refused.tenantId(), providerId, person, refused.cause(), about),
        new Refusals(
            now, now, 1, name, refused.type().map(ResourceType::name), id, refused.facts()));
  }

  /** A token was turned away, or found no door. It may be nobody's. */
  void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) RefusalsJoined joined) {
    var refusal = joined.refusal();
    heard.add(
        key(
            refusal.tenantId(),
            refusal.providerId().orElse(SsoProvider.NOBODY),
            "",
            refusal.cause(),
            refusal.about()),
        new Refusals(
            joined.first(),
            joined.last(),
            joined.howOften(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            refusal.facts()));
  }

  private static Failing.Key key(
      String tenantId, String providerId, String person, Cause cause, String about) {
    return new Failing.Key(
        tenantId, providerId, person, cause, Excerpt.beginning(about, MAX_ABOUT));
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    heard.writeDown(written::add);
  }
}
