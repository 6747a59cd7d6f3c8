package io.rollcall.activity.why;

import io.rollcall.activity.Names;
import io.rollcall.activity.why.Explanation.Similar;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.scim.schema.AttributePath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds names that are nearly the same: mistyped, or of another domain. */
@ApplicationScoped
class SimilarNames {

  /** Those that begin otherwise aren't looked at. */
  private static final int BEGINNING = 3;

  private static final int LOOKED_AT = 500;
  private static final int TOLD = 5;

  /** Of so many letters one may be another. */
  private static final int LETTERS_FOR_A_MISTAKE = 4;

  private static final List<AttributePath> PATHS =
      Stream.concat(User.knownBy().stream(), Stream.of(StoredResource.DISPLAY_NAME)).toList();

  @PersistenceContext(unitName = "rollcall")
  private EntityManager entities;

  private record Candidate(Similar similar, int distance) {}

  /** Those of a tenant that are most like the name, at most 5. */
  List<Similar> of(String tenantId, String name) {
    var key = Names.key(name);
    if (key.length() < BEGINNING) {
      return List.of();
    }
    var beginning = key.substring(0, BEGINNING);
    return Stream.concat(present(tenantId, beginning), named(tenantId, beginning))
        .map(similar -> new Candidate(similar, distance(key, Names.key(similar.name()))))
        .filter(candidate -> candidate.distance() <= key.length() / LETTERS_FOR_A_MISTAKE)
        .sorted(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::similar)
        .distinct()
        .limit(TOLD)
        .toList();
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
