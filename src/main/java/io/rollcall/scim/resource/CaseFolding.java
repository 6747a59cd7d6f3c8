package io.rollcall.scim.resource;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes the key under which strings that differ only in letter case are equal: Unicode's full case
 * folding, then NFKC. It depends on neither the locale nor the database's collation.
 */
public final class CaseFolding {

  private static final char DOTLESS_I = '\u0131';
  private static final char FIRST_CHEROKEE = '\u13a0';
  private static final char LAST_CHEROKEE = '\u13f5';

  private CaseFolding() {}

  /** The key of a text; never longer than Unicode's expansions make it (18 times, seldom). */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return Normalizer.normalize(foldEach(decomposed), Normalizer.Form.NFKC);
  }

  private static String foldEach(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(folded, codePoint));
    return folded.toString();
  }

  /**
   * Upper case has the full mappings (ß is SS, but ẞ has none: so lower case before), then lower
   * case one by one, for the final sigma of {@link String#toLowerCase} would make a key depend on
   * what follows.
   */
  private static void append(StringBuilder folded, int codePoint) {
    if (codePoint == DOTLESS_I) {
      folded.append(DOTLESS_I);
      return;
    }
    Character.toString(lower(codePoint))
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .map(CaseFolding::lower)
        .forEach(folded::appendCodePoint);
  }

  /** Cherokee folds to upper case (CaseFolding.txt), everything else to lower. */
  private static int lower(int codePoint) {
    return codePoint >= FIRST_CHEROKEE && codePoint <= LAST_CHEROKEE
        ? codePoint
        : Character.toLowerCase(codePoint);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c < 128 && (c < 'A' || c > 'Z'));
  }
}
