package io.rollcall.scim.bulk;

import static io.rollcall.scim.message.ScimType.INVALID_SYNTAX;
import static io.rollcall.scim.message.ScimType.INVALID_VALUE;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bulk request (RFC 7644 §3.7).
 *
 * @param failOnErrors how many operations may fail before the rest is given up; empty for any
 *     number
 * @param operations the operations in the order of the request
 */
public record BulkRequest(Optional<Integer> failOnErrors, List<BulkOperation> operations) {

  /**
   * Reads the message.
   *
   * @throws ScimException 413 when there are more operations than the maximum; 400 when it isn't a
   *     bulk request or two operations have the same bulkId
   */
  public static BulkRequest read(JsonObject message, int maxOperations) {
    if (!(member(message, "Operations") instanceof JsonArray sent)) {
      throw new ScimException(
          INVALID_SYNTAX,
          "Operations: expected an array. Send a BulkRequest, RFC 7644 section 3.7.");
    }
    if (sent.size() > maxOperations) {
      throw ScimException.tooLarge(
          "Operations: expected at most %d, got %d. Send several requests."
              .formatted(maxOperations, sent.size()));
    }
    var operations = sent.stream().map(BulkRequest::operation).toList();
    var request = new BulkRequest(failOnErrors(message), operations);
    request.refuseRepeatedBulkIds();
    return request;
  }

  private static JsonValue member(JsonObject message, String name) {
    return JsonValues.member(message, name).orElse(JsonValue.NULL);
  }

  private static BulkOperation operation(JsonValue sent) {
    if (sent instanceof JsonObject operation) {
      return new BulkOperation(operation);
    }
    throw new ScimException(
        INVALID_SYNTAX, "Operations: expected objects, got %s.".formatted(Excerpt.of(sent)));
  }

  private static Optional<Integer> failOnErrors(JsonObject message) {
    var sent = member(message, "failOnErrors");
    if (sent.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (sent instanceof JsonNumber number && number.isIntegral() && number.intValue() > 0) {
      return Optional.of(number.intValue());
    }
    throw new ScimException(
        INVALID_VALUE,
        "failOnErrors: expected a whole number above 0, got %s.".formatted(Excerpt.of(sent)));
  }

  private void refuseRepeatedBulkIds() {
    var seen = new HashMap<String, BulkOperation>();
    for (var operation : operations) {
      operation
          .bulkId()
          .filter(bulkId -> seen.put(bulkId, operation) != null)
          .ifPresent(
              bulkId -> {
                throw new ScimException(
                    INVALID_VALUE,
                    "bulkId: %s stands for two operations. Give each its own."
                        .formatted(Excerpt.of(bulkId)));
              });
    }
  }

  /**
   * The places of the operations in an order in which each comes after those it refers to, else as
   * in the request. Operations that refer to each other in a circle are together.
   */
  public List<List<Integer>> order() {
    return new Order().all();
  }

  /**
   * Tarjan's algorithm: a component is complete when everything it refers to is. It keeps its own
   * stack, for a chain of references may be as long as the request.
   */
  private final class Order {

    /** An operation on the way, and what it refers to that has not been followed yet. */
    private record Step(int place, Iterator<Integer> others) {}

    private final Map<String, Integer> placesByBulkId = new HashMap<>();
    private final int[] index = new int[operations.size()];
    private final int[] lowest = new int[operations.size()];
    private final boolean[] open = new boolean[operations.size()];
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int visited;

    List<List<Integer>> all() {
      for (var place = 0; place < operations.size(); place++) {
        var here = place;
        operations.get(place).bulkId().ifPresent(bulkId -> placesByBulkId.put(bulkId, here));
      }
      for (var place = 0; place < operations.size(); place++) {
        if (index[place] == 0) {
          enter(place);
          follow();
        }
      }
      return components;
    }

    private void enter(int place) {
      index[place] = ++visited;
      lowest[place] = visited;
      path.push(place);
      open[place] = true;
      var others =
          operations.get(place).references().stream()
              .map(placesByBulkId::get)
              .filter(other -> other != null && other != place)
              .sorted()
              .iterator();
      steps.push(new Step(place, others));
    }

    private void follow() {
      while (!steps.isEmpty()) {
        var step = steps.peek();
        if (!step.others().hasNext()) {
          leave(steps.pop().place());
          continue;
        }
        int other = step.others().next();
        if (index[other] == 0) {
          enter(other);
        } else if (open[other]) {
          lowest[step.place()] = Math.min(lowest[step.place()], index[other]);
        }
      }
    }

    private void leave(int place) {
      if (lowest[place] == index[place]) {
        components.add(closed(place));
      }
      if (!steps.isEmpty()) {
        var before = steps.peek().place();
        lowest[before] = Math.min(lowest[before], lowest[place]);
      }
    }

    private List<Integer> closed(int place) {
      var component = new ArrayList<Integer>();
      int last;
      do {
        last = path.pop();
        open[last] = false;
        component.add(last);
      } while (last != place);
      component.sort(null);
      return component;
    }
  }
}
