package io.rollcall.scim.filter;

import static io.rollcall.Texts.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterEvaluatorTest {

  private static final FilterLimits LIMITS = new FilterLimits(8 * 1024, 64);

  private static final JsonObject ADA =
      json(
          """
          {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
           "id": "7f", "externalId": "Ext-1", "userName": "Ada@Example.com", "active": true,
           "name": {"givenName": "Ada", "familyName": "Straße"}, "title": "",
           "emails": [{"value": "ada@work.example", "type": "work", "primary": true},
                      {"value": "ada@home.example", "type": "home"}],
           "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": "0815"},
           "meta": {"created": "2024-05-13T04:42:34.100Z"}}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          userName eq "ada@example.COM"                                     | true
          userName ne "ada@example.COM"                                     | false
          externalId eq "Ext-1"                                             | true
          externalId eq "ext-1"                                             | false
          id eq "7F"                                                        | false
          userName co "@EX"                                                 | true
          userName sw "ada"                                                 | true
          userName ew "com"                                                 | true
          userName ew "co"                                                  | false
          name.familyName eq "STRASSE"                                      | true
          name.givenName gt "abc"                                           | true
          name.givenName lt "adb"                                           | true
          name.givenName ge "ADA"                                           | true
          name.givenName le "ada"                                           | true
          name.givenName gt "ada"                                           | false
          name pr                                                           | true
          name.middleName pr                                                | false
          nickName pr                                                       | false
          title pr                                                          | false
          nickName ne "x"                                                   | true
          nickName eq null                                                  | true
          active eq true                                                    | true
          active eq "True"                                                  | true
          emails.value eq "ada@home.example"                                | true
          emails eq "ada@home.example"                                      | true
          emails[type eq "work" and value eq "ada@home.example"]            | false
          emails.type eq "work" and emails.value eq "ada@home.example"      | true
          emails[type eq "home" and not (primary eq true)]                  | true
          emails[type eq "home"].value ew "home.example"                    | true
          emails.value ne "ada@home.example"                                | false
          urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "0815" | true
          employeeNumber eq "0815"                                          | true
          meta.created eq "2024-05-13T06:42:34.1+02:00"                     | true
          meta.created gt "2024-05-13T04:42:34.1Z"                          | false
          meta.created gt "2024-05-13T04:42:34.0999Z"                       | true
          """)
  void decidesAsTheRfcSays(String filter, boolean matches) {
    var parsed = FilterParser.parse(filter, ResourceType.USER, LIMITS);

    assertThat(FilterEvaluator.matches(parsed, ADA)).isEqualTo(matches);
  }
}
