package io.rollcall.scim.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rollcall.Texts;
import io.rollcall.scim.resource.ResourceIndex.Difference;
import io.rollcall.scim.resource.ResourceIndex.Entry;
import io.rollcall.scim.schema.ResourceType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceIndexTest {

  @Test
  void aValueThatTakesThePlaceOfAnotherIsOneEntryForOne() {
    var difference =
        difference(
            """
            {"userName": "ada", "title": "Countess"}""",
            """
            {"userName": "ada", "title": "Enchantress"}""");

    assertEquals(
        new Difference(
            Set.of(new Entry("title", 0, "countess", true)),
            Set.of(new Entry("title", 0, "enchantress", true))),
        difference);
    assertFalse(difference.isGrowth());
  }

  @Test
  void thePrimaryThatMovesChangesWhatStandsForTheAttribute() {
    var difference =
        difference(
            """
            {"emails": [{"value": "a@example.com", "primary": true}, {"value": "b@example.com"}]}""",
            """
            {"emails": [{"value": "a@example.com"}, {"value": "b@example.com", "primary": true}]}""");

    assertEquals(
        Set.of(
            new Entry("emails", 0, "", false),
            new Entry("emails.value", 0, "a@example.com", false),
            new Entry("emails", 1, "", true),
            new Entry("emails.value", 1, "b@example.com", true),
            new Entry("emails.primary", 1, "true", true)),
        difference.come());
  }

  @Test
  void anAttributeOfAnExtensionThatComesIsGrowth() {
    var difference =
        difference(
            """
            {"userName": "ada"}""",
            """
            {"userName": "ada",
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "R&D"}}""");

    assertEquals(
        Set.of(
            new Entry(
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                0,
                "r&d",
                true)),
        difference.come());
    assertTrue(difference.isGrowth());
  }

  private static Difference difference(String before, String after) {
    return ResourceIndex.difference(Texts.json(before), Texts.json(after), ResourceType.USER);
  }
}
