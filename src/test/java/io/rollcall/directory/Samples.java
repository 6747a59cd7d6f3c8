package io.rollcall.directory;

import io.rollcall.directory.search.Sort;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.AttributeType;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Users and filters made from the schemas. The values are few, so that comparisons hit, and chosen
 * to tell apart what databases, locales and encodings mix up.
 */
final class Samples {

  private static final List<String> TEXTS =
      List.of(
          "a",
          "A",
          "ab",
          "B",
          "\u00df",
          "ss",
          "\u00e9",
          "e\u0301",
          "\u0130",
          "i\u0307",
          "\u0131",
          "%",
          "_",
          "\\",
          "a%b",
          "a_b",
          "\"",
          "'",
          " a",
          "a ",
          "\uD83D\uDE00",
          "\uFFEE",
          "\uE000",
          "\uD7FF",
          "\u03c2",
          "\u03a3",
          "null",
          "true",
          "x".repeat(99),
          "x".repeat(100),
          "x".repeat(101),
          "X".repeat(150) + "y",
          "\uD83D\uDE00".repeat(60));
  private static final List<String> TIMES =
      List.of(
          "2024-05-13T04:42:34Z",
          "2024-05-13T06:42:34+02:00",
          "2024-05-13T04:42:34.001Z",
          "2024-05-13T04:42:34.0005Z",
          "1999-12-31T23:59:59Z",
          "2024-05-13T04:42:33.999Z");
  private static final List<String> BINARIES = List.of("TUlJ", "QQ==", "");
  private static final List<String> TEXT_OPERATORS =
      List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
  private static final List<String> ORDER_OPERATORS = List.of("eq", "ne", "gt", "ge", "lt", "le");

  private Samples() {}

  /**
   * What a tenant has.
   *
   * @param users what a client wrote
   * @param created when each was created
   * @param memberships for each user the groups, by number, that it belongs to
   */
  record Directory(List<JsonObject> users, List<String> created, List<List<Integer>> memberships) {}

  static Arbitrary<Directory> directories(int users) {
    return Combinators.combine(
            users().list().ofSize(users),
            Arbitraries.of(TIMES).list().ofSize(users),
            Arbitraries.integers().between(0, 2).list().ofMaxSize(2).list().ofSize(users))
        .as(Directory::new);
  }

  private static Arbitrary<JsonObject> users() {
    var paths =
        ResourceType.USER
            .attributePaths()
            .filter(path -> !path.attribute().isReadOnly() && !path.attribute().isWriteOnly())
            .filter(path -> !path.attribute().name().equals("userName"))
            .toList();
    return Arbitraries.of(paths)
        .set()
        .ofMaxSize(7)
        .flatMap(
            chosen -> {
              var values = chosen.stream().map(path -> values(path.attribute())).toList();
              return Combinators.combine(values).as(made -> user(List.copyOf(chosen), made));
            });
  }

  private static JsonObject user(List<AttributePath> paths, List<JsonValue> values) {
    var user = Json.createObjectBuilder();
    var extensions = new LinkedHashMap<String, JsonObject>();
    for (var i = 0; i < paths.size(); i++) {
      var path = paths.get(i);
      if (path.extension()) {
        var attributes = extensions.getOrDefault(path.schema().id(), JsonValue.EMPTY_JSON_OBJECT);
        extensions.put(
            path.schema().id(),
            Json.createObjectBuilder(attributes)
                .add(path.attribute().name(), values.get(i))
                .build());
      } else {
        user.add(path.attribute().name(), values.get(i));
      }
    }
    extensions.forEach(user::add);
    return user.build();
  }

  private static Arbitrary<JsonValue> values(Attribute attribute) {
    return attribute.multiValued()
        ? one(attribute).list().ofMinSize(1).ofMaxSize(3).map(Samples::array)
        : one(attribute);
  }

  private static JsonValue array(List<JsonValue> values) {
    var array = Json.createArrayBuilder();
    values.forEach(array::add);
    return array.build();
  }

  private static Arbitrary<JsonValue> one(Attribute attribute) {
    return switch (attribute.type()) {
      case BOOLEAN -> Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE);
      case DATE_TIME -> Arbitraries.of(TIMES).map(Json::createValue);
      case BINARY -> Arbitraries.of(BINARIES).filter(b -> !b.isEmpty()).map(Json::createValue);
      case INTEGER, DECIMAL -> Arbitraries.integers().between(-1, 1).map(Json::createValue);
      case COMPLEX -> complex(List.copyOf(attribute.subAttributes()));
      case STRING, REFERENCE -> Arbitraries.of(TEXTS).map(Json::createValue);
    };
  }

  private static Arbitrary<JsonValue> complex(List<Attribute> parts) {
    return Arbitraries.of(parts)
        .set()
        .ofMinSize(1)
        .flatMap(
            chosen -> {
              var names = chosen.stream().map(Attribute::name).toList();
              var values = chosen.stream().map(Samples::one).toList();
              return Combinators.combine(values).as(made -> object(names, made));
            });
  }

  private static JsonValue object(List<String> names, List<JsonValue> values) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (var i = 0; i < names.size(); i++) {
      members.put(names.get(i), values.get(i));
    }
    return Json.createObjectBuilder(members).build();
  }

  /** Filters as text, nested up to three levels. */
  static Arbitrary<String> filters() {
    return filters(3);
  }

  private static Arbitrary<String> filters(int depth) {
    if (depth == 0) {
      return leaves();
    }
    var below = Arbitraries.lazy(() -> filters(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(3, leaves()),
        Tuple.of(2, Combinators.combine(below, below).as("(%s) and (%s)"::formatted)),
        Tuple.of(2, Combinators.combine(below, below).as("(%s) or (%s)"::formatted)),
        Tuple.of(1, below.map("not (%s)"::formatted)));
  }

  private static Arbitrary<String> leaves() {
    var comparisons = comparablePaths().flatMap(Samples::comparison);
    var valuePaths =
        Arbitraries.of(
                ResourceType.USER
                    .attributePaths()
                    .filter(path -> path.attribute().isComplex())
                    .toList())
            .flatMap(Samples::valuePath);
    return Arbitraries.frequencyOf(Tuple.of(4, comparisons), Tuple.of(2, valuePaths));
  }

  private static Arbitrary<AttributePath> comparablePaths() {
    var paths = new ArrayList<AttributePath>();
    ResourceType.USER
        .attributePaths()
        .filter(path -> !path.attribute().isWriteOnly())
        .forEach(
            path -> {
              paths.add(path);
              path.attribute().subAttributes().forEach(sub -> paths.add(path.sub(sub)));
            });
    return Arbitraries.of(paths);
  }

  static Arbitrary<Sort> sorts() {
    return Combinators.combine(
            comparablePaths().filter(path -> !path.target().isComplex()),
            Arbitraries.of(true, false))
        .as(Sort::new);
  }

  private static Arbitrary<String> comparison(AttributePath path) {
    var name = path.canonical();
    var target = path.target();
    var present = Arbitraries.just(name + " pr");
    if (target.isComplex()) {
      return present;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(5, term(name, target)),
        Tuple.of(1, present),
        Tuple.of(1, Arbitraries.of(name + " eq null", name + " ne null")));
  }

  private static Arbitrary<String> term(String name, Attribute target) {
    return switch (target.type()) {
      case BOOLEAN, BINARY -> term(name, target, List.of("eq", "ne"));
      case STRING, REFERENCE -> term(name, target, TEXT_OPERATORS);
      default -> term(name, target, ORDER_OPERATORS);
    };
  }

  private static Arbitrary<String> term(String name, Attribute target, List<String> operators) {
    var literals =
        target.type() == AttributeType.STRING || target.type() == AttributeType.REFERENCE
            ? names(target)
            : one(target);
    return Combinators.combine(Arbitraries.of(operators), literals)
        .as((operator, literal) -> name + " " + operator + " " + literal);
  }

  /** Sometimes what the directory itself makes up: ids, addresses, versions, names of groups. */
  private static Arbitrary<JsonValue> names(Attribute target) {
    return Arbitraries.frequencyOf(
        Tuple.of(8, one(target)),
        Tuple.of(
            1,
            Arbitraries.of(
                    "User",
                    "user-1",
                    "group-0",
                    "Group 0",
                    "gro",
                    "direct",
                    "indirect",
                    "W/\"1\"",
                    "/Users/user-1",
                    "/Groups/group-2")
                .map(Json::createValue)));
  }

  private static Arbitrary<String> valuePath(AttributePath path) {
    var parts = List.copyOf(path.attribute().subAttributes());
    var terms =
        Arbitraries.of(parts)
            .flatMap(
                part ->
                    Arbitraries.oneOf(
                        term(part.name(), part), Arbitraries.just(part.name() + " pr")));
    var inside =
        Arbitraries.oneOf(
            terms,
            Combinators.combine(terms, terms).as("%s and %s"::formatted),
            Combinators.combine(terms, terms).as("%s or not (%s)"::formatted),
            terms.map("not (%s)"::formatted));
    return inside.map(filter -> path + "[" + filter + "]");
  }
}
