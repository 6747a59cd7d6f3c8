package io.rollcall.rest;

import io.rollcall.platform.Settings;
import io.rollcall.platform.start.Starting;
import io.rollcall.scim.filter.FilterLimits;
import io.rollcall.scim.message.JsonLimits;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a request may ask for at most; each is a setting. */
@ApplicationScoped
public class Limits {

  /** What a bulk request has around the data of one operation. */
  private static final int BULK_DEPTH = 3;

  private final int depth = Settings.getInt("rollcall.limit.depth", 32);
  private final int stringLength = Settings.getInt("rollcall.limit.string.length", 256 * 1024);
  private final int numberLength = Settings.getInt("rollcall.limit.number.length", 100);
  private final int values = Settings.getInt("rollcall.limit.values", 1_000_000);
  private final JsonLimits userBody = body("rollcall.limit.user.bytes", 1024 * 1024);
  private final JsonLimits groupBody = body("rollcall.limit.group.bytes", 16 * 1024 * 1024);
  private final JsonLimits adminBody = body("rollcall.limit.iam.bytes", 64 * 1024);
  private final FilterLimits filter =
      new FilterLimits(
          Settings.getInt("rollcall.limit.filter.length", 8 * 1024),
          Settings.getInt("rollcall.limit.filter.terms", 64));
  private final int operations = Settings.getInt("rollcall.limit.operations", 1_000);
  private final JsonLimits schemaBody = body("rollcall.limit.schema.bytes", 512 * 1024);
  private final JsonLimits bulkBody =
      new JsonLimits(
          Settings.getInt("rollcall.limit.bulk.bytes", 16 * 1024 * 1024),
          depth + BULK_DEPTH,
          stringLength,
          numberLength,
          values);
  private final int bulkOperations = Settings.getInt("rollcall.limit.bulk.operations", 1_000);
  private final int requests = Settings.getInt("rollcall.requests", 128);
  private final int bodySeconds = Settings.getInt("rollcall.body.seconds", 30);
  private final int answerSeconds = Settings.getInt("rollcall.answer.seconds", 60);
  private final int cursorSeconds = Settings.getInt("rollcall.cursor.seconds", 3_600);
  private final int defaultPageSize = Settings.getInt("rollcall.page.size", 100);
  private final int maxPageSize = Settings.getInt("rollcall.page.size.max", 200);

  /** A setting that can't be is found out at the start, not by the first client. */
  void check(@Observes Starting starting) {}

  /** The body of a request about a resource of the type. */
  public JsonLimits body(ResourceType type) {
    return type.is(ResourceType.GROUP) ? groupBody : userBody;
  }

  /** The body of a message that carries no resource: a search. */
  public JsonLimits messageBody() {
    return userBody;
  }

  /** The body of an extension schema. */
  public JsonLimits schemaBody() {
    return schemaBody;
  }

  /** The body of a bulk request. */
  public JsonLimits bulkBody() {
    return bulkBody;
  }

  /** Operations of one bulk request. */
  public int bulkOperations() {
    return bulkOperations;
  }

  /** Requests that are served at once. */
  public int requests() {
    return requests;
  }

  /** How long a body may take to come, in seconds. */
  public int bodySeconds() {
    return bodySeconds;
  }

  /** How long a client may take for an answer, in seconds. */
  public int answerSeconds() {
    return answerSeconds;
  }

  /** How long a cursor can be used, in seconds. */
  public int cursorSeconds() {
    return cursorSeconds;
  }

  /** The body of an admin's request. */
  public JsonLimits adminBody() {
    return adminBody;
  }

  public FilterLimits filter() {
    return filter;
  }

  /** Operations of one PATCH. */
  public int operations() {
    return operations;
  }

  /** Resources on a page when the client doesn't say. */
  public int defaultPageSize() {
    return Math.min(defaultPageSize, maxPageSize);
  }

  /** Resources on a page at most. */
  public int maxPageSize() {
    return maxPageSize;
  }

  private JsonLimits body(String setting, int defaultBytes) {
    return new JsonLimits(
        Settings.getInt(setting, defaultBytes), depth, stringLength, numberLength, values);
  }
}
