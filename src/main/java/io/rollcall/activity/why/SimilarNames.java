package io.rollcall.activity.why;

import io.rollcall.activity.Names;
import io.rollcall.activity.why.Explanation.Similar;
import io.rollcall.directory.User;
import io.rollcall.scim.schema.AttributePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds names that are nearly the same: mistyped, or of another domain. */
@ApplicationScoped
class SimilarNames {

  /** So many letters decide which names are looked at. */
  private static final int BEGINNING = 3;

  private static final int LOOKED_AT = 200;
  private static final int TOLD = 5;

  /** Of so many letters one may be another. */
  private static final int LETTERS_FOR_A_MISTAKE = 4;

  /** Those of users, of which a displayName is a group's as well. */
  private static final List<AttributePath> PATHS = User.knownBy();

  /** Of two with one name first the one that is here. */
  private static final Comparator<Candidate> NEAREST_FIRST =
      Comparator.comparingInt(Candidate::distance)
          .thenComparing(candidate -> candidate.similar().id().isEmpty());

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  private record Candidate(Similar similar, int distance) {}

  /** Those of a tenant that are most like the name, at most 5. */
  List<Similar> of(String tenantId, String name) {
    var key = Names.key(name);
    if (key.length() < BEGINNING) {
      return List.of();
    }
    return beginnings(key)
        .flatMap(
            beginning -> Stream.concat(present(tenantId, beginning), named(tenantId, beginning)))
        .map(similar -> new Candidate(similar, distance(key, Names.key(similar.name()))))
        .filter(candidate -> candidate.distance() <= mistakes(key))
        .filter(candidate -> !Names.key(candidate.similar().name()).equals(key))
        .sorted(NEAREST_FIRST)
        .map(Candidate::similar)
        .collect(
            Collectors.toMap(
                similar -> Names.key(similar.name()),
                Function.identity(),
                (first, same) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .limit(TOLD)
        .toList();
  }

  /** How a name may begin that was meant: as this one, or without one of its first letters. */
  private static Stream<String> beginnings(String key) {
    var first = key.substring(0, Math.min(BEGINNING + 1, key.length()));
    var shorter =
        IntStream.range(0, first.length())
            .mapToObj(i -> new StringBuilder(first).deleteCharAt(i).toString());
    return Stream.concat(Stream.of(key.substring(0, BEGINNING)), shorter)
        .filter(beginning -> beginning.length() == BEGINNING)
        .distinct();
  }

  private static int mistakes(String key) {
    return Math.max(1, local(key).length() / LETTERS_FOR_A_MISTAKE);
  }

  private Stream<Similar> present(String tenantId, String beginning) {
    return entities
        .createQuery(
            "select v.key.resourceId, v.value from IndexedValue v where v.key.tenantId = :tenant and"
                + " v.key.path in :paths and v.head >= :from and v.head < :to",
            Object[].class)
        .setParameter("tenant", tenantId)
        .setParameter("paths", PATHS.stream().map(AttributePath::canonical).toList())
        .setParameter("from", beginning)
        .setParameter("to", beginning + Character.MAX_VALUE)
        .setMaxResults(LOOKED_AT)
        .getResultStream()
        .map(row -> new Similar(Optional.of((String) row[0]), (String) row[1]));
  }

  private Stream<Similar> named(String tenantId, String beginning) {
    return entities
        .createQuery(
            "select distinct n.key.name from KnownName n where n.key.tenantId = :tenant and"
                + " n.key.name >= :from and n.key.name < :to",
            String.class)
        .setParameter("tenant", tenantId)
        .setParameter("from", beginning)
        .setParameter("to", beginning + Character.MAX_VALUE)
        .setMaxResults(LOOKED_AT)
        .getResultStream()
        .map(name -> new Similar(Optional.empty(), name));
  }

  /** How many letters differ before the @, or in all when there is none. */
  private static int distance(String one, String other) {
    return levenshtein(local(one), local(other));
  }

  private static String local(String name) {
    var at = name.indexOf('@');
    return at > 0 ? name.substring(0, at) : name;
  }

  private static int levenshtein(String one, String other) {
    var row = IntStream.rangeClosed(0, other.length()).toArray();
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var above = row[j];
        var change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above, row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
