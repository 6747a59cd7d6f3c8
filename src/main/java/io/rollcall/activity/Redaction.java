package io.rollcall.activity;

import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.ResourceTypes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps secrets out of what is recorded of refused requests. What a request said stands in its
 * answer, which goes back to who sent it; a log is read by others.
 */
public final class Redaction {

  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"?", Pattern.DOTALL);

  /** In a filter, what something is compared with (RFC 7644 §3.4.2.2). */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\b(eq|ne|co|sw|ew|gt|ge|lt|le)\\s+(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[^\\s\\])]+)",
          Pattern.DOTALL);

  /** What stands before a name with which a sentence of ours begins: at most its schema's URN. */
  private static final Pattern BEGINNING = Pattern.compile("(?:.*[.] )?\\S*", Pattern.DOTALL);

  /** What follows it: {@code [0].value: is required}. */
  private static final Pattern OUR_WORDS =
      Pattern.compile("(?:\\[\\d+]|\\.\\w+)*: .*", Pattern.DOTALL);

  /** A token or key of ours, or the beginning of one that an ellipsis cuts off. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(r[ackos])_(?:(?:[a-z0-9-]{1,64}_[0-9A-Za-z]{1,64}_)?[0-9A-Za-z]{20,}|[0-9A-Za-z_-]*(?=…))");

  private Redaction() {}

  /**
   * The text without tokens; if it names an attribute that no answer ever has, without anything
   * that it quotes or compares with, and without what follows the name, unless it is the name that
   * a sentence of ours begins with: {@code password: is required}.
   *
   * @param types the resource types of the tenant
   */
  public static String of(String text, ResourceTypes types) {
    var withoutTokens = withoutTokens(text);
    var lowerCase = text.toLowerCase(Locale.ROOT);
    var hidden = hiddenNames(types).filter(lowerCase::contains).collect(Collectors.toSet());
    return hidden.isEmpty()
        ? withoutTokens
        : withoutWhatFollows(
            QUOTED
                .matcher(COMPARED.matcher(withoutTokens).replaceAll("$1 \"…\""))
                .replaceAll("\"…\""),
            hidden);
  }

  /** Where a request's own words are shown, nobody can tell where these end. */
  private static String withoutWhatFollows(String text, Set<String> names) {
    var anyOfThem = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    var name = Pattern.compile("(?i)\\b(?:" + anyOfThem + ")\\b").matcher(text);
    while (name.find()) {
      var before = text.substring(0, name.start());
      var after = text.substring(name.end());
      var isOurs = BEGINNING.matcher(before).matches() && OUR_WORDS.matcher(after).matches();
      if (!isOurs && !after.isEmpty()) {
        return before + name.group() + "…";
      }
    }
    return text;
  }

  /** Whether something in the text is a token or a key of ours. */
  public static boolean isNeeded(String text) {
    return TOKEN.matcher(text).find();
  }

  /** The text with nothing in it that is a token or a key of ours. */
  public static String withoutTokens(String text) {
    return TOKEN.matcher(text).replaceAll("$1_…");
  }

  private static Stream<String> hiddenNames(ResourceTypes types) {
    return types.all().stream()
        .flatMap(type -> type.attributePaths())
        .flatMap(path -> hidden(path.attribute()))
        .map(attribute -> attribute.name().toLowerCase(Locale.ROOT));
  }

  private static Stream<Attribute> hidden(Attribute attribute) {
    return Stream.concat(Stream.of(attribute), attribute.subAttributes().stream())
        .filter(Attribute::isHidden);
  }
}
