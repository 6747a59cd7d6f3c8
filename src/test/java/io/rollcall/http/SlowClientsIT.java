package io.rollcall.http;

import static org.awaitility.Awaitility.await;

import io.rollcall.http.fixture.Rollcall;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients that begin a request and don't go on. There are more of them than the server has threads.
 */
@Tag("h2")
@Tag("payara")
class SlowClientsIT {

  private static final int CLIENTS = 300;

  private final ArrayList<Socket> sockets = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }

  @Test
  void keepNobodyWaitingAndAreSentAway() throws IOException {
    var scim = Rollcall.running().newProvider().scim();
    var address = URI.create(scim.base());
    for (var i = 0; i < CLIENTS; i++) {
      var socket = new Socket(address.getHost(), address.getPort());
      socket.setSoTimeout(1);
      socket.getOutputStream().write("GET /health/li".getBytes(StandardCharsets.US_ASCII));
      sockets.add(socket);
    }

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .until(() -> scim.get("/Users?count=1").status() == 200);

    await().atMost(Duration.ofSeconds(45)).until(() -> sockets.stream().allMatch(this::isClosed));
  }

  private boolean isClosed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
