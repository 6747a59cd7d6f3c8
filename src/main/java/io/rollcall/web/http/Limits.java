package io.rollcall.web.http;

import io.rollcall.platform.Setting;
import io.rollcall.platform.Settings;
import io.rollcall.scim.message.JsonLimits;
import io.rollcall.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;

/** What a request may ask for at most; each is a setting. */
@ApplicationScoped
public class Limits {

  /** What a bulk request has around the data of one operation. */
  private static final int BULK_DEPTH = 3;

  private final int depth = Settings.LIMIT_DEPTH.get();
  private final int stringLength = Settings.LIMIT_STRING_LENGTH.get();
  private final int numberLength = Settings.LIMIT_NUMBER_LENGTH.get();
  private final int values = Settings.LIMIT_VALUES.get();
  private final JsonLimits userBody = body(Settings.LIMIT_USER_BYTES);
  private final JsonLimits groupBody = body(Settings.LIMIT_GROUP_BYTES);
  private final JsonLimits adminBody = body(Settings.LIMIT_IAM_BYTES);
  private final JsonLimits schemaBody = body(Settings.LIMIT_SCHEMA_BYTES);
  private final JsonLimits bulkBody =
      new JsonLimits(
          Settings.LIMIT_BULK_BYTES.get(), depth + BULK_DEPTH, stringLength, numberLength, values);
  private final int bulkOperations = Settings.LIMIT_BULK_OPERATIONS.get();
  private final int requests = Settings.REQUESTS.get();
  private final int bodySeconds = Settings.BODY_SECONDS.get();
  private final int answerSeconds = Settings.ANSWER_SECONDS.get();
  private final int cursorSeconds = Settings.CURSOR_SECONDS.get();
  private final int defaultPageSize = Settings.PAGE_SIZE.get();
  private final int maxPageSize = Settings.PAGE_SIZE_MAX.get();

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

  /** Resources on a page when the client doesn't say. */
  public int defaultPageSize() {
    return Math.min(defaultPageSize, maxPageSize);
  }

  /** Resources on a page at most. */
  public int maxPageSize() {
    return maxPageSize;
  }

  private JsonLimits body(Setting<Integer> bytes) {
    return new JsonLimits(bytes.get(), depth, stringLength, numberLength, values);
  }
}
