package io.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

  private static final FilterLimits LIMITS = new FilterLimits(8 * 1024, 64);

  /** The examples of RFC 7644 §3.4.2.2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          userName eq "bjensen"                           | userName eq "bjensen"
          name.familyName co "O'Malley"                   | name.familyName co "O'Malley"
          userName sw "J"                                 | userName sw "J"
          urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J" | userName sw "J"
          title pr                                        | title pr
          meta.lastModified gt "2011-05-13T04:42:34Z"     | meta.lastModified gt "2011-05-13T04:42:34Z"
          meta.lastModified le "2011-05-13T04:42:34Z"     | meta.lastModified le "2011-05-13T04:42:34Z"
          title pr and userType eq "Employee"             | (title pr and userType eq "Employee")
          schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" | schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
          userType eq "Employee" and (emails co "example.com" or emails.value co "example.org") | (userType eq "Employee" and (emails.value co "example.com" or emails.value co "example.org"))
          userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org") | (not userType eq "Employee" and not (emails.value co "example.com" or emails.value co "example.org"))
          userType eq "Employee" and (emails.type eq "work") | (userType eq "Employee" and emails.type eq "work")
          userType eq "Employee" and emails[type eq "work" and value co "@example.com"] | (userType eq "Employee" and emails[(emails.type eq "work" and emails.value co "@example.com")])
          emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"] | (emails[(emails.type eq "work" and emails.value co "@example.com")] or ims[(ims.type eq "xmpp" and ims.value co "@foo.com")])
          """)
  void readsTheExamplesOfTheRfc(String text, String understood) {
    assertThat(understood(text)).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          title pr or nickName pr and userType pr        | (title pr or (nickName pr and userType pr))
          title pr and nickName pr or userType pr        | ((title pr and nickName pr) or userType pr)
          (title pr or nickName pr) and userType pr      | ((title pr or nickName pr) and userType pr)
          not (title pr) and userType pr                 | (not title pr and userType pr)
          not(title pr)                                  | not title pr
          title pr and title pr and title pr             | ((title pr and title pr) and title pr)
          ((((title pr))))                               | title pr
          emails[type eq "work" or (type eq "home" and value ew "@x")] | emails[(emails.type eq "work" or (emails.type eq "home" and emails.value ew "@x"))]
          emails[not (type eq "work") or primary eq true] | emails[(not emails.type eq "work" or emails.primary eq true)]
          """)
  void bindsNotBeforeAndBeforeOr(String text, String understood) {
    assertThat(understood(text)).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          active eq true                        | active eq true
          active eq FALSE                       | active eq false
          nickName eq null                      | not nickName pr
          nickName ne null                      | not not nickName pr
          nickName eq "say \\"hi\\" \\\\ \\u00e9" | nickName eq "say \\"hi\\" \\\\ é"
          nickName eq ""                        | not nickName pr
          nickName ne ""                        | not not nickName pr
          emails[type eq ""]                    | emails[not emails.type pr]
          schemas[value eq "urn:x"]             | schemas[schemas eq "urn:x"]
          schemas.value eq "urn:x"              | schemas eq "urn:x"
          schemas[value sw "urn"].value ew "x"  | schemas[(schemas sw "urn" and schemas ew "x")]
          nickName eq "not (a) [b] and"         | nickName eq "not (a) [b] and"
          """)
  void readsEveryKindOfLiteral(String text, String understood) {
    assertThat(understood(text)).isEqualTo(understood);
  }

  /** What identity providers send beyond the grammar, each with who does. */
  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          username Eq "x"                          | userName eq "x"                    | PingFederate
          USERNAME EQ "x" AND Active PR            | (userName eq "x" and active pr)    | PingFederate
          emails eq "x@example.com"                | emails.value eq "x@example.com"    | PingFederate
          emails[type eq "work"].value eq "x"      | emails[(emails.type eq "work" and emails.value eq "x")] | Entra ID, Rippling
          roles[primary eq "True"]                 | roles[roles.primary eq "True"]     | Entra ID
          active eq "False"                        | active eq "False"                  | Entra ID
          id eq "1" and manager eq "2"             | (id eq "1" and urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "2") | Entra ID
          URN:IETF:params:scim:schemas:core:2.0:user:USERNAME eq "x" | userName eq "x" | any
          """)
  void takesTheDialects(String text, String understood) {
    assertThat(understood(text)).isEqualTo(understood);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                          | The filter: expected the name of an attribute, got its end, before character 0.
          userName                    | The filter: expected one of eq ne co sw ew gt ge lt le pr, got its end, before character 8.
          userName is "x"             | The filter: expected one of eq ne co sw ew gt ge lt le pr, got is, before character 11.
          userName eq                 | The filter: expected a string in double quotes, a number, true, false or null, got its end, before character 11.
          userName eq 'x'             | The filter: expected a string in double quotes, a number, true, false or null, got 'x', before character 15.
          userName eq "x              | The filter: expected a closing double quote, got "x, before character 12.
          userName eq "x" userName pr | The filter: expected the end, or and/or with another term, got userName pr, before character 16.
          (userName pr                | The filter: expected ')', got its end, before character 12.
          emails[type pr              | The filter: expected ']', got its end, before character 14.
          color eq "red"              | color is no attribute of User. Use a name that the schema has.
          urn:x:color eq "red"        | urn:x:color is no attribute of User. Use a name that the schema has under that URN.
          emails[color eq "red"]      | color is no attribute of emails. Use a name that the schema has.
          userName[value pr]          | The filter may have brackets only behind an attribute that has parts or several values, before character 9.
          emails[value[type pr]]      | The filter may have brackets only behind an attribute that has parts or several values, before character 13.
          active gt true              | The filter: expected an operator that true or false can be compared with, got gt, before character 14.
          meta.created co "2024"      | The filter: expected an operator that a date and time such as 2024-05-13T04:42:34Z can be compared with, got co, before character 22.
          active eq "yes"             | The filter: expected true or false to compare active with, got "yes", before character 15.
          userName eq 5               | The filter: expected a string to compare userName with, got 5, before character 13.
          meta.created gt "yesterday" | The filter: expected a date and time such as 2024-05-13T04:42:34Z to compare meta.created with, got "yesterday", before character 27.
          userName gt null            | The filter may have eq or ne before null, before character 16.
          name eq "x"                 | The filter: expected a part of name, such as name.formatted, got name, before character 11.
          userName eq "\\ud800"       | The filter may have a string without U+0000 and without half surrogate pairs, before character 20.
          """)
  void tellsWhatIsWrongAndWhere(String text, String detail) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ScimException.class)
        .extracting(e -> ((ScimException) e).scimType().orElseThrow(), Throwable::getMessage)
        .containsExactly(ScimType.INVALID_FILTER, detail);
  }

  @Test
  void refusesMoreTermsThanTheLimit() {
    var terms = "title pr" + " or title pr".repeat(LIMITS.terms() - 1);

    assertThat(parse(terms)).isNotNull();
    assertThatThrownBy(() -> parse(terms + " or title pr")).hasMessageContaining("64 terms");
  }

  @Test
  void refusesDeepNestingBeforeTheStackIsShort() {
    var nested = "(".repeat(4_000) + "title pr" + ")".repeat(4_000);

    assertThatThrownBy(() -> parse(nested)).hasMessageContaining("64 terms");
  }

  @Test
  void refusesTextLongerThanTheLimit() {
    assertThatThrownBy(() -> parse("userName eq \"" + "x".repeat(LIMITS.length()) + "\""))
        .hasMessageStartingWith("The filter is longer than 8192 characters.");
  }

  private static String understood(String text) {
    return FilterText.of(parse(text));
  }

  private static Filter parse(String text) {
    return FilterParser.parse(text == null ? "" : text, ResourceType.USER, LIMITS);
  }
}
