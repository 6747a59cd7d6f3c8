import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures a SCIM server: rate, latencies, the server's CPU per operation, and its memory.
 *
 * <p>It speaks plain SCIM 2.0 and knows nothing of the server but its base address and a token, so
 * that any server can be measured. With the process id of a server on the same machine it reads CPU
 * and memory from {@code /proc}. Several servers, joined by commas, are measured by turns,
 * operation by operation, and compared with the first of them. Before an operation counts it is
 * warmed up until two rounds in a row differ by less than a tenth.
 */
public class Bench {

  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern CURSOR = Pattern.compile("\"nextCursor\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern BULK = Pattern.compile("\"bulk\"\\s*:\\s*\\{[^}]*}");

  /** Users that one bulk request creates. */
  private static final int BULK_USERS = 100;

  /** The pages after which a cursor must still be as fast as before the first ones. */
  private static final int CURSOR_PAGES = 1_000;

  private static final long NANOS = 1_000_000_000L;

  /** In so many turns the time of an operation is spent. */
  private static final int TURNS = 3;

  /** Rounds of warm-up at most, for an operation that never becomes steady. */
  private static final int WARM_UPS = 12;

  private static final double STEADY = 0.1;

  /** Of {@code getconf CLK_TCK}, which is 100 on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> options;
  private final String name;
  private final String base;
  private final ExecutorService clients;
  private final int clientCount;
  private final Duration duration;
  private final List<Result> results = new ArrayList<>();
  // Several servers may have one database: what one of them makes must not be in another's way.
  private final String run =
      Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, String> groups = new ConcurrentHashMap<>();
  private final Map<Integer, String> guests = new ConcurrentHashMap<>();

  /** What one kind of operation took; times are milliseconds. */
  record Result(
      String operation,
      int count,
      int failures,
      double perSecond,
      double median,
      double percentile95,
      double percentile99,
      double cpuPerOperation,
      double memoryMiB) {}

  private Bench(String name, Map<String, String> options) {
    this.name = name;
    this.options = options;
    this.base = required("base");
    this.clientCount = number("clients", 8);
    this.clients = Executors.newFixedThreadPool(clientCount);
    this.duration = Duration.ofSeconds(number("seconds", 10));
  }

  public static void main(String[] arguments) throws Exception {
    // Else an operation begins on a connection that the server closed while another one was
    // measured.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    var options = new TreeMap<String, String>();
    for (var argument : arguments) {
      var parts = argument.replaceFirst("^--", "").split("=", 2);
      options.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    if (!options.containsKey("base") || !options.containsKey("token")) {
      System.err.println(
          """
          java bench/Bench.java --base=URL[,URL…] --token=TOKEN[,TOKEN…] [--pid=PID[,PID…]]
              [--users=1000] [--clients=8] [--seconds=10] [--group=1000] [--empty=URL[,URL…]]
              [--only=create,get,…] [--json=FILE]""");
      System.exit(2);
    }
    var servers = servers(options);
    try {
      compare(servers);
    } finally {
      servers.forEach(server -> server.clients.shutdown());
    }
  }

  private static List<Bench> servers(Map<String, String> options) {
    var count = options.get("base").split(",").length;
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var own = new TreeMap<>(options);
              for (var name : List.of("base", "token", "pid", "empty")) {
                own.computeIfPresent(name, (key, values) -> values.split(",")[i]);
              }
              return new Bench(count == 1 ? "" : (char) ('A' + i) + ": ", own);
            })
        .toList();
  }

  private static void compare(List<Bench> servers) throws Exception {
    var operations = new ArrayList<Map<String, Call>>();
    for (var server : servers) {
      operations.add(server.operations());
    }
    for (var operation : operations.get(0).keySet()) {
      if (!servers.get(0).isLeftOut(operation)) {
        measure(
            operation, servers, operations.stream().map(calls -> calls.get(operation)).toList());
      }
    }
    for (var server : servers) {
      server.measureCursor();
    }
    print(servers);
  }

  private static void measure(String operation, List<Bench> servers, List<Call> calls)
      throws Exception {
    for (var i = 0; i < servers.size(); i++) {
      servers.get(i).warmUp(calls.get(i));
    }
    var rounds = servers.stream().map(server -> new Round()).toList();
    for (var turn = 0; turn < TURNS; turn++) {
      for (var i = 0; i < servers.size(); i++) {
        servers.get(i).measure(calls.get(i), rounds.get(i));
      }
    }
    for (var i = 0; i < servers.size(); i++) {
      servers.get(i).report(operation, rounds.get(i));
    }
  }

  private void warmUp(Call call) throws Exception {
    var former = 0.0;
    for (var round = 0; round < WARM_UPS; round++) {
      var rate = run(call, duration.dividedBy(TURNS)).times().size();
      if (Math.abs(rate - former) < STEADY * rate) {
        return;
      }
      former = rate;
    }
  }

  private void measure(Call call, Round round) throws Exception {
    var cpu = cpuSeconds();
    var start = System.nanoTime();
    var sample = run(call, duration.dividedBy(TURNS));
    round.seconds += (System.nanoTime() - start) / (double) NANOS;
    round.cpuSeconds += cpuSeconds() - cpu;
    round.times.addAll(sample.times());
    round.failures += sample.failures();
  }

  /** What was measured of one operation so far. */
  private static final class Round {
    private final List<Long> times = new ArrayList<>();
    private int failures;
    private double seconds;
    private double cpuSeconds;
  }

  private Map<String, Call> operations() throws Exception {
    var users = fill(number("users", 1_000));
    var calls = new LinkedHashMap<String, Call>();
    if (options.containsKey("empty")) {
      calls.put("empty answer", i -> send(URI.create(options.get("empty")), "GET", null));
    }
    calls.put("answer without data", i -> get("/ServiceProviderConfig"));
    calls.put("get", i -> get("/Users/" + any(users)));
    calls.put(
        "lookup",
        i -> get("/Users?filter=" + encoded("userName eq \"" + name(i % users.size()) + "\"")));
    calls.put("page of 100", i -> get("/Users?count=100"));
    calls.put(
        "page of 100 in the middle",
        i -> get("/Users?count=100&startIndex=" + Math.max(1, users.size() / 2)));
    calls.put(
        "create", i -> post("/Users", user(address(run + "-c-" + numbers.incrementAndGet()))));
    calls.put(
        "patch",
        i -> patch("/Users/" + any(users), replace("title", "T" + numbers.incrementAndGet())));
    addGroups(calls, users);
    calls.put("cycle of Entra", i -> cycle(any(users)));
    return calls;
  }

  private void addGroups(Map<String, Call> calls, List<String> users) {
    var sizes = Map.of("small", 10, "big", number("group", 1_000));
    for (var entry : sizes.entrySet()) {
      calls.put(
          "member of a " + entry.getKey() + " group added and removed",
          i -> {
            var guest = guests.computeIfAbsent(i % clientCount, n -> guest(n));
            var path = groupPath(entry.getKey(), users, entry.getValue());
            send("PATCH", path, addition(guest));
            return send("PATCH", path, removal(guest));
          });
    }
    var big = sizes.get("big");
    calls.put("get of the big group", i -> get(groupPath("big", users, big)));
    calls.put(
        "get of the big group without members",
        i -> get(groupPath("big", users, big) + "?excludedAttributes=members"));
  }

  /** Made when it is needed: a user who is in a group is read by more statements. */
  private String groupPath(String name, List<String> users, int size) {
    return "/Groups/"
        + groups.computeIfAbsent(
            name,
            key -> {
              try {
                return group(users.subList(0, Math.min(size, users.size())));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
              }
            });
  }

  private String guest(int number) {
    return createUser(address(run + "-g-" + number));
  }

  /** One client goes from page to page; the first and the last hundred of them are compared. */
  private void measureCursor() throws Exception {
    if (isLeftOut("page by cursor")) {
      return;
    }
    var times = new ArrayList<Long>();
    var cursor = Optional.of("");
    while (cursor.isPresent() && times.size() < CURSOR_PAGES) {
      var start = System.nanoTime();
      var body = get("/Users?count=100&cursor=" + encoded(cursor.get())).body();
      times.add(System.nanoTime() - start);
      cursor = CURSOR.matcher(body).results().map(match -> match.group(1)).findFirst();
    }
    var hundred = Math.min(100, times.size() / 2);
    reportCursor("first", times.subList(0, hundred));
    reportCursor("last", times.subList(times.size() - hundred, times.size()));
  }

  private void reportCursor(String which, List<Long> times) throws IOException {
    if (!times.isEmpty()) {
      var seconds = times.stream().mapToLong(Long::longValue).sum() / (double) NANOS;
      var round = new Round();
      round.times.addAll(times);
      round.seconds = seconds;
      report("page by cursor, one client, the %s %d".formatted(which, times.size()), round);
    }
  }

  /** What Entra ID does to a user that changed: look it up, read it, change it. */
  private HttpResponse<String> cycle(String id) throws IOException, InterruptedException {
    get("/Users/" + id);
    return patch("/Users/" + id, replace("displayName", "D" + numbers.incrementAndGet()));
  }

  /** Creates users until there are as many as wanted; returns the ids of some. */
  private List<String> fill(int wanted) throws Exception {
    var present = total();
    var missing = Math.max(0, wanted - present);
    var atOnce = bulkOperations();
    var next = new AtomicInteger(present);
    var start = System.nanoTime();
    Callable<Void> task =
        () -> {
          for (var i = next.getAndAdd(atOnce); i < wanted; i = next.getAndAdd(atOnce)) {
            createUsers(i, Math.min(wanted, i + atOnce));
          }
          return null;
        };
    for (var done : clients.invokeAll(Collections.nCopies(clientCount, task))) {
      done.get();
    }
    if (missing > 0) {
      System.out.printf(
          Locale.ROOT,
          "%d users created, %d in a request, %.0f a second%n",
          missing,
          atOnce,
          missing / ((System.nanoTime() - start) / (double) NANOS));
    }
    return someIds();
  }

  private void createUsers(int first, int end) throws IOException, InterruptedException {
    if (end - first == 1) {
      createUser(name(first));
      return;
    }
    var operations =
        IntStream.range(first, end)
            .mapToObj(
                i ->
                    "{\"method\": \"POST\", \"path\": \"/Users\", \"bulkId\": \"%d\", \"data\": %s}"
                        .formatted(i, user(name(i))))
            .collect(Collectors.joining(",\n"));
    var response =
        post(
            "/Bulk",
            "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"], \"Operations\": ["
                + operations
                + "]}");
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
  }

  /** How many users are created by one request: one where the server has no bulk requests. */
  private int bulkOperations() throws IOException, InterruptedException {
    var bulk = BULK.matcher(get("/ServiceProviderConfig").body());
    return bulk.find() && bulk.group().contains("true") ? BULK_USERS : 1;
  }

  private int total() throws IOException, InterruptedException {
    var body = get("/Users?count=1").body();
    var total = Pattern.compile("\"totalResults\"\\s*:\\s*(\\d+)").matcher(body);
    return total.find() ? Integer.parseInt(total.group(1)) : 0;
  }

  private List<String> someIds() throws IOException, InterruptedException {
    var ids = new ArrayList<String>();
    var wanted = number("group", 1_000);
    for (var more = true; more && ids.size() < wanted; ) {
      var body = get("/Users?count=100&attributes=id&startIndex=" + (ids.size() + 1)).body();
      var page = ID.matcher(body).results().map(match -> match.group(1)).toList();
      ids.addAll(page);
      more = !page.isEmpty();
    }
    return ids;
  }

  private boolean isLeftOut(String operation) {
    return options.containsKey("only")
        && Arrays.stream(options.get("only").split(",")).noneMatch(operation::equals);
  }

  private void report(String operation, Round round) throws IOException {
    var times = round.times.stream().mapToLong(Long::longValue).sorted().toArray();
    var result =
        new Result(
            name + operation,
            times.length,
            round.failures,
            times.length / round.seconds,
            percentile(times, 0.5),
            percentile(times, 0.95),
            percentile(times, 0.99),
            round.cpuSeconds * 1_000 / Math.max(1, times.length),
            memoryMiB());
    results.add(result);
    System.out.println(row(result));
  }

  private record Sample(List<Long> times, int failures) {}

  private interface Call {
    HttpResponse<String> send(int number) throws IOException, InterruptedException;
  }

  private Sample run(Call call, Duration time) throws Exception {
    var end = System.nanoTime() + time.toNanos();
    var failures = new AtomicLong();
    var tasks = new ArrayList<Callable<List<Long>>>();
    for (var client = 0; client < clientCount; client++) {
      var first = client;
      tasks.add(
          () -> {
            var times = new ArrayList<Long>();
            for (var i = first; System.nanoTime() < end; i += clientCount) {
              var start = System.nanoTime();
              if (call.send(i).statusCode() >= 300) {
                failures.incrementAndGet();
              }
              times.add(System.nanoTime() - start);
            }
            return times;
          });
    }
    var all = new ArrayList<Long>();
    for (var times : clients.invokeAll(tasks)) {
      all.addAll(times.get());
    }
    return new Sample(all, (int) failures.get());
  }

  private static double percentile(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / 1_000_000.0;
  }

  private double cpuSeconds() throws IOException {
    if (!options.containsKey("pid")) {
      return 0;
    }
    var stat = Files.readString(Path.of("/proc", options.get("pid"), "stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private double memoryMiB() throws IOException {
    if (!options.containsKey("pid")) {
      return 0;
    }
    return Files.readAllLines(Path.of("/proc", options.get("pid"), "status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElse(0);
  }

  private static void print(List<Bench> servers) throws IOException {
    var first = servers.get(0);
    System.out.println();
    System.out.println(
        "| operation | a second | median ms | 95 % | 99 % | CPU ms each | MiB | failures |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    servers.forEach(server -> server.results.forEach(r -> System.out.println(row(r))));
    if (servers.size() > 1) {
      System.out.println();
      System.out.println("| operation | server | a second, to A | CPU each, to A |");
      System.out.println("|---|---|---|---|");
      servers.stream().skip(1).forEach(server -> server.printRatios(first));
    }
    if (first.options.containsKey("json")) {
      Files.writeString(
          Path.of(first.options.get("json")),
          servers.stream()
              .flatMap(server -> server.results.stream())
              .map(Bench::json)
              .collect(Collectors.joining(",\n ", "[", "]\n")));
    }
  }

  private void printRatios(Bench first) {
    for (var i = 0; i < Math.min(results.size(), first.results.size()); i++) {
      var own = results.get(i);
      var other = first.results.get(i);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f | %.2f |%n",
          own.operation().substring(name.length()),
          name.charAt(0),
          own.perSecond() / other.perSecond(),
          own.cpuPerOperation() / other.cpuPerOperation());
    }
  }

  private static String row(Result r) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.2f | %.2f | %.2f | %.0f | %d |",
        r.operation(),
        r.perSecond(),
        r.median(),
        r.percentile95(),
        r.percentile99(),
        r.cpuPerOperation(),
        r.memoryMiB(),
        r.failures());
  }

  private static String json(Result r) {
    return String.format(
        Locale.ROOT,
        """
        {"operation": "%s", "count": %d, "failures": %d, "perSecond": %.1f, "medianMs": %.3f,\
         "percentile95Ms": %.3f, "percentile99Ms": %.3f, "cpuMsEach": %.3f, "memoryMiB": %.0f}""",
        r.operation(),
        r.count(),
        r.failures(),
        r.perSecond(),
        r.median(),
        r.percentile95(),
        r.percentile99(),
        r.cpuPerOperation(),
        r.memoryMiB());
  }

  private String name(int number) {
    return address("bench-" + number);
  }

  /** Some servers take no name but an address. */
  private static String address(String name) {
    return name + "@example.com";
  }

  private static String any(List<String> ids) {
    return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
  }

  private static String user(String userName) {
    return """
        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "%1$s",
         "externalId": "x-%1$s", "active": true, "displayName": "Display %1$s",
         "name": {"givenName": "Given", "familyName": "Family"},
         "emails": [{"value": "%1$s", "type": "work", "primary": true}]}"""
        .formatted(userName);
  }

  private String createUser(String userName) {
    try {
      var response = post("/Users", user(userName));
      return id(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String group(List<String> members) throws IOException, InterruptedException {
    var group =
        id(
            post(
                "/Groups",
                "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:Group\"], \"displayName\": \"g-"
                    + run
                    + "-"
                    + numbers.incrementAndGet()
                    + "\"}"));
    for (var start = 0; start < members.size(); start += 1_000) {
      var chunk = members.subList(start, Math.min(start + 1_000, members.size()));
      send(
          "PATCH",
          "/Groups/" + group,
          message(
              "{\"op\": \"add\", \"path\": \"members\", \"value\": ["
                  + chunk.stream()
                      .map("{\"value\": \"%s\"}"::formatted)
                      .collect(Collectors.joining(","))
                  + "]}"));
    }
    return group;
  }

  private static String id(HttpResponse<String> response) {
    var id = ID.matcher(response.body());
    if (!id.find()) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return id.group(1);
  }

  private static String replace(String path, String value) {
    return message(
        "{\"op\": \"replace\", \"path\": \"%s\", \"value\": \"%s\"}".formatted(path, value));
  }

  private static String addition(String id) {
    return message(
        "{\"op\": \"add\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}".formatted(id));
  }

  private static String removal(String id) {
    return message(
        "{\"op\": \"remove\", \"path\": \"members[value eq \\\"%s\\\"]\"}".formatted(id));
  }

  private static String message(String operation) {
    return "{\"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"], \"Operations\": ["
        + operation
        + "]}";
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  private HttpResponse<String> patch(String path, String body)
      throws IOException, InterruptedException {
    return send("PATCH", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(URI.create(base + path), method, body);
  }

  private HttpResponse<String> send(URI address, String method, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + required("token"))
            .header("Accept", "application/scim+json, application/json");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/scim+json")
          .method(method, BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String required(String name) {
    return Optional.ofNullable(options.get(name))
        .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
  }

  private int number(String name, int defaultValue) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(defaultValue)));
  }
}
