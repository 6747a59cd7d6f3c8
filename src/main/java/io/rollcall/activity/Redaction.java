package io.rollcall.activity;

import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.ResourceTypes;
import java.util.Locale;
import java.util.regex.Pattern;
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

  private static final Pattern TOKEN =
      Pattern.compile("(r[ackos])_(?:[a-z0-9-]{1,64}_[0-9A-Za-z]{1,64}_)?[0-9A-Za-z]{20,}");

  private Redaction() {}

  /**
   * The text without tokens; if it names an attribute that no answer ever has, without anything
   * that it quotes or compares with.
   *
   * @param types the resource types of the tenant
   */
  public static String of(String text, ResourceTypes types) {
    var withoutTokens = withoutTokens(text);
    var lowerCase = text.toLowerCase(Locale.ROOT);
    return hiddenNames(types).anyMatch(lowerCase::contains)
        ? QUOTED.matcher(COMPARED.matcher(withoutTokens).replaceAll("$1 \"…\"")).replaceAll("\"…\"")
        : withoutTokens;
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
