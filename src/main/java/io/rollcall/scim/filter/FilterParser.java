package io.rollcall.scim.filter;

import static io.rollcall.scim.message.ScimType.INVALID_FILTER;
import static io.rollcall.scim.message.ScimType.SENSITIVE;

import io.rollcall.scim.filter.Filter.And;
import io.rollcall.scim.filter.Filter.Compare;
import io.rollcall.scim.filter.Filter.Not;
import io.rollcall.scim.filter.Filter.Or;
import io.rollcall.scim.filter.Filter.Present;
import io.rollcall.scim.filter.Filter.ValuePath;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.resource.ComparisonKey;
import io.rollcall.scim.resource.Unassigned;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one parser for filters, for the value filters inside brackets, and for the paths of PATCH
 * (RFC 7644 §3.4.2.2 and §3.5.2).
 *
 * <p>Beyond the grammar it takes what identity providers send: operators and keywords in any letter
 * case; a comparison of a complex attribute, which means its {@code value} (PingFederate: {@code
 * emails eq "x"}, Entra ID: {@code manager eq "x"}); a sub-attribute with an operator after the
 * bracket (Entra ID, Rippling: {@code emails[type eq "work"].value eq "x"}); booleans as strings
 * (Entra ID); an extension's attribute without its URN (Entra ID).
 */
public final class FilterParser {

  private final List<ResourceType> types;
  private final FilterLimits limits;
  private final FilterTokens tokens;
  private AttributePath enclosing;
  private int terms;

  private FilterParser(String text, List<ResourceType> types, FilterLimits limits) {
    if (text.length() > limits.length()) {
      throw new ScimException(
          INVALID_FILTER,
          "The filter is longer than %d characters. Ask for less at once."
              .formatted(limits.length()));
    }
    this.types = types;
    this.limits = limits;
    this.tokens = new FilterTokens(text);
  }

  /**
   * Reads a filter on resources of a type.
   *
   * @throws ScimException {@code invalidFilter}, with what was expected and where
   */
  public static Filter parse(String text, ResourceType type, FilterLimits limits) {
    return parse(text, List.of(type), limits).get(type);
  }

  /**
   * Reads a filter on resources of several types: for each type as it is to be understood there. A
   * name that another type has is taken, and means an attribute without a value.
   *
   * @throws ScimException {@code invalidFilter}, with what was expected and where
   */
  public static Map<ResourceType, Filter> parse(
      String text, List<ResourceType> types, FilterLimits limits) {
    var filters = new LinkedHashMap<ResourceType, Filter>();
    for (var type : types) {
      var others = types.stream().filter(other -> !other.equals(type));
      var parser = new FilterParser(text, Stream.concat(Stream.of(type), others).toList(), limits);
      filters.put(type, parser.or());
      parser.tokens.expectEnd();
    }
    return filters;
  }

  /**
   * Reads {@code attribute}, {@code attribute.sub}, {@code attribute[filter]} or {@code
   * attribute[filter].sub}.
   *
   * @throws ScimException {@code invalidFilter} when it isn't one of these; the caller names the
   *     path
   */
  public static FilteredPath parsePath(String text, ResourceType type, FilterLimits limits) {
    var parser = new FilterParser(text, List.of(type), limits);
    var path = parser.path();
    if (!parser.tokens.accept('[')) {
      parser.tokens.expectEnd();
      return new FilteredPath(path, Optional.empty());
    }
    var filter = parser.valueFilter(path);
    var target = parser.tokens.accept('.') ? parser.part(path) : path;
    parser.tokens.expectEnd();
    return new FilteredPath(target, Optional.of(filter));
  }

  private Filter or() {
    var filter = and();
    while (tokens.acceptWord("or")) {
      filter = new Or(filter, and());
    }
    return filter;
  }

  private Filter and() {
    var filter = term();
    while (tokens.acceptWord("and")) {
      filter = new And(filter, term());
    }
    return filter;
  }

  private Filter term() {
    if (++terms > limits.terms()) {
      throw tokens.invalid("at most %d terms".formatted(limits.terms()));
    }
    if (tokens.acceptNot()) {
      return new Not(group());
    }
    return tokens.peek('(') ? group() : expression();
  }

  private Filter group() {
    tokens.expect('(');
    var filter = or();
    tokens.expect(')');
    return filter;
  }

  private Filter expression() {
    var path = comparable(path());
    if (!tokens.accept('[')) {
      return comparison(path);
    }
    var filter = valueFilter(path);
    if (!tokens.accept('.')) {
      return new ValuePath(path, filter);
    }
    return new ValuePath(path, new And(filter, comparison(part(path))));
  }

  private Filter valueFilter(AttributePath path) {
    if (enclosing != null || path.subAttribute().isPresent() || !hasParts(path.attribute())) {
      throw tokens.invalid("brackets only behind an attribute that has parts or several values");
    }
    enclosing = path;
    var filter = or();
    enclosing = null;
    tokens.expect(']');
    return filter;
  }

  private static boolean hasParts(Attribute attribute) {
    return attribute.isComplex() || attribute.multiValued();
  }

  private AttributePath path() {
    var name = tokens.name();
    var resolved =
        enclosing == null
            ? types.stream().flatMap(type -> type.resolveBare(name).stream()).findFirst()
            : enclosing.part(name);
    return resolved.orElseThrow(() -> unknown(name));
  }

  /** What is never returned can't be guessed at by filters, nor does it belong into a URL. */
  private static AttributePath comparable(AttributePath path) {
    if (path.isHidden()) {
      throw ScimException.at(path, SENSITIVE, "can't be asked for. Leave it out of filters.");
    }
    return path;
  }

  private AttributePath part(AttributePath path) {
    var name = tokens.name();
    return path.part(name).orElseThrow(() -> unknown(name));
  }

  private ScimException unknown(String name) {
    return new ScimException(
        INVALID_FILTER,
        name,
        "%s is no attribute of %s. Use a name that the schema has%s."
            .formatted(
                Excerpt.of(name),
                enclosing == null
                    ? types.stream().map(ResourceType::name).collect(Collectors.joining(" or "))
                    : enclosing,
                name.contains(":") ? " under that URN" : ""));
  }

  private Filter comparison(AttributePath path) {
    var name = tokens.word();
    if (name.equalsIgnoreCase("pr")) {
      return new Present(path);
    }
    var operator =
        Operator.of(name)
            .orElseThrow(() -> tokens.invalid("one of eq ne co sw ew gt ge lt le pr", name));
    var literal = tokens.literal();
    var negated = operator == Operator.NE;
    var filter = compare(path.significant(), negated ? Operator.EQ : operator, literal);
    return negated ? new Not(filter) : filter;
  }

  private Filter compare(AttributePath path, Operator operator, JsonValue literal) {
    if (literal.equals(JsonValue.NULL) && operator != Operator.EQ) {
      throw tokens.invalid("eq or ne before null");
    }
    if (Unassigned.is(literal) && operator == Operator.EQ) {
      return new Not(new Present(path));
    }
    var target = path.target();
    if (target.isComplex()) {
      var part = path.sub(target.subAttributes().iterator().next());
      throw tokens.invalid("a part of %s, such as %s".formatted(path, part), path.toString());
    }
    if (!operator.appliesTo(target)) {
      throw tokens.invalid(
          "an operator that %s can be compared with".formatted(target.type().expectation()),
          operator.name().toLowerCase(Locale.ROOT));
    }
    var operand =
        ComparisonKey.of(target, literal)
            .orElseThrow(
                () ->
                    tokens.invalid(
                        "%s to compare %s with".formatted(target.type().expectation(), path),
                        Excerpt.of(literal)));
    return new Compare(path, operator, operand, literal);
  }
}
