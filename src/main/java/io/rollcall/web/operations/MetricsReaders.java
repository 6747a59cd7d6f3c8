package io.rollcall.web.operations;

import io.rollcall.platform.Settings;
import io.rollcall.platform.crypto.Digests;
import io.rollcall.platform.problem.Refusal;
import io.rollcall.web.http.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who may read metrics: whoever sends {@code rollcall.metrics.key}, and, without any credential, a
 * program on this machine. Behind a proxy on the same machine everybody seems to be one, so nobody
 * whose request came through a proxy is.
 */
@ApplicationScoped
class MetricsReaders {

  private static final String SCHEME = "Bearer ";

  @Inject private PublicAddress address;

  private final Optional<String> digest = Settings.METRICS_KEY.get().map(Digests::sha256);

  /**
   * Lets nobody else in.
   *
   * @throws Refusal.Unauthenticated when the client may not read them
   */
  void refuseOthers(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    var mayRead = sent.isEmpty() ? address.isOfThisMachine(request) : isKey(sent);
    if (!mayRead) {
      throw new Refusal.Unauthenticated(
          !sent.isEmpty(),
          "The metrics key is missing or wrong. Send ROLLCALL_METRICS_KEY as bearer token, or ask"
              + " from the same machine without a proxy.");
    }
  }

  private boolean isKey(List<String> sent) {
    var header = sent.get(0);
    return sent.size() == 1
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && digest
            .filter(
                own ->
                    Digests.equal(own, Digests.sha256(header.substring(SCHEME.length()).strip())))
            .isPresent();
  }
}
