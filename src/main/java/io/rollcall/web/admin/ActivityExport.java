package io.rollcall.web.admin;

import io.rollcall.activity.ActivityEntry;
import io.rollcall.activity.ActivityFilter;
import io.rollcall.activity.ActivityQuery;
import io.rollcall.activity.Condition;
import io.rollcall.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes entries of the activity log to a file: as CSV (RFC 4180), or one JSON object a line. */
@ApplicationScoped
class ActivityExport {

  private static final int AT_ONCE = 200;
  private static final int MEMBERS = 1_000;

  /**
   * Where a cell may begin, and a formula in it: some readers split at semicolons, tabs or line
   * breaks though these stand in quotes, and leave out blanks and quotes before what they show.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "^(?=[\\t\\r\\n])|(?:^|(?<=[;\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029]))(?=[\\s\"]*[=+@＝＋－＠-])");

  private static final List<String> COLUMNS =
      List.of(
          "time",
          "requestId",
          "clientRequestId",
          "actor.type",
          "actor.id",
          "actor.name",
          "provider",
          "providerId",
          "outcome",
          "sentence",
          "resource.type",
          "resource.id",
          "resource.name",
          "status",
          "scimType",
          "cause",
          "reason",
          "advice",
          "times",
          "lastTime",
          "partOf",
          "operations",
          "outcomes",
          "changes",
          "joined",
          "joinedCount",
          "left",
          "leftCount",
          "credentials",
          "notes",
          "omitted",
          "id");

  @Inject private ActivityQuery activity;
  @Inject private ActivityViews views;

  /**
   * The answer that has them all, the newest first.
   *
   * @param wanted the format: {@code csv}, which it is without one, or {@code ndjson}
   * @throws Refusal.Invalid when it is another one
   */
  Response answer(String tenantId, ActivityFilter filter, Optional<String> wanted) {
    var format = wanted.orElse("csv");
    if (format.equals("csv")) {
      return answer(
          "text/csv;charset=UTF-8",
          "csv",
          writer -> {
            writer.write(row(COLUMNS.stream()));
            write(tenantId, filter, writer, (view, entry) -> row(view.of(entry).build()));
          });
    }
    if (format.equals("ndjson")) {
      return answer(
          "application/x-ndjson",
          "ndjson",
          writer ->
              write(tenantId, filter, writer, (view, entry) -> view.of(entry).build() + "\n"));
    }
    throw new Refusal.Invalid("format", "must be csv or ndjson");
  }

  /** Writes to a text. */
  private interface Output {
    void to(Writer writer) throws IOException;
  }

  private static Response answer(String mediaType, String ending, Output output) {
    StreamingOutput body =
        stream -> {
          var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          output.to(writer);
          writer.flush();
        };
    return Response.ok(body, mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"activity." + ending + "\"")
        .build();
  }

  private void write(
      String tenantId,
      ActivityFilter filter,
      Writer writer,
      BiFunction<ActivityView, ActivityEntry, String> text)
      throws IOException {
    var next = Optional.of(filter);
    while (next.isPresent()) {
      var page = activity.entries(tenantId, next.get(), AT_ONCE);
      var view = views.of(tenantId, page, MEMBERS);
      for (var entry : page) {
        writer.write(text.apply(view, entry));
      }
      next =
          page.size() < AT_ONCE
              ? Optional.empty()
              : Optional.of(filter.and(Condition.before(page.get(page.size() - 1).id())));
    }
  }

  private static String row(JsonObject entry) {
    return row(COLUMNS.stream().map(column -> value(entry, column)));
  }

  private static String row(Stream<String> fields) {
    return fields.map(ActivityExport::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String value(JsonValue entry, String path) {
    var dot = path.indexOf('.');
    if (!(entry instanceof JsonObject object)) {
      return "";
    }
    if (dot > 0) {
      return value(object.get(path.substring(0, dot)), path.substring(dot + 1));
    }
    var value = object.get(path);
    if (value == null) {
      return "";
    }
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  /** What an identity provider sent must not become a formula where an admin opens the file. */
  private static String field(String text) {
    return '"' + FORMULA.matcher(text).replaceAll("'").replace("\"", "\"\"") + '"';
  }
}
