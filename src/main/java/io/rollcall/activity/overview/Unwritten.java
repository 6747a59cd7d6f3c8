package io.rollcall.activity.overview;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * What a node has heard and not written down yet.
 *
 * @param <K> what it is about
 * @param <V> what was heard of it, as an immutable value
 */
final class Unwritten<K, V> {

  private final Map<K, V> heard = new ConcurrentHashMap<>();
  private final int most;
  private final BinaryOperator<V> joined;

  /**
   * @param most of so many things it takes note; of more nothing is heard until it is written down
   * @param joined makes one of what was heard earlier and later
   */
  Unwritten(int most, BinaryOperator<V> joined) {
    this.most = most;
    this.joined = joined;
  }

  void add(K about, V value) {
    if (heard.size() < most || heard.containsKey(about)) {
      heard.merge(about, value, joined);
    }
  }

  /** Hands all to whoever writes it down; should that fail, it is kept for the next time. */
  void writeDown(Consumer<Map<K, V>> written) {
    var taken = new HashMap<K, V>();
    for (var about : Set.copyOf(heard.keySet())) {
      var value = heard.remove(about);
      if (value != null) {
        taken.put(about, value);
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      written.accept(taken);
    } catch (RuntimeException e) {
      taken.forEach(
          (about, earlier) ->
              heard.merge(about, earlier, (later, same) -> joined.apply(same, later)));
      throw e;
    }
  }
}
