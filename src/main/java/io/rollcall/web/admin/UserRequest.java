package io.rollcall.web.admin;

import io.rollcall.platform.problem.Refusal;
import io.rollcall.platform.problem.Understood;
import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.JsonValues;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.ReadResource;
import io.rollcall.scim.resource.ResourceReader;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an admin sends of a new user: the usual attributes by names of their own, all others as SCIM
 * has them.
 *
 * @param resource the user as SCIM has it
 * @param misread what could not be understood: messages by fields
 */
record UserRequest(JsonObject resource, @Understood Map<String, String> misread) {

  private static final String ATTRIBUTES = "attributes";
  private static final String USER_NAME = "userName";
  private static final String PASSWORD = "password";

  static UserRequest of(Fields fields) {
    var attributes = fields.object(ATTRIBUTES);
    var usual = new TreeMap<String, JsonObjectBuilder>();
    var resource = SharedJson.createObjectBuilder(attributes);
    var sent = new HashMap<String, String>();
    for (var name : new String[] {USER_NAME, "displayName"}) {
      var text = fields.text(name);
      if (text != null) {
        resource.add(name, text);
        sent.put(name, name);
      }
    }
    for (var part : new String[] {"givenName", "familyName"}) {
      var text = fields.text(part);
      if (text != null) {
        usual.computeIfAbsent("name", n -> SharedJson.createObjectBuilder()).add(part, text);
        sent.put("name", part);
      }
    }
    usual.forEach(resource::add);
    var email = fields.text("email");
    if (email != null) {
      resource.add("emails", SharedJson.createArrayBuilder().add(address(email)));
      sent.put("emails", "email");
    }
    var misread = new HashMap<>(fields.misread());
    sent.forEach(
        (attribute, field) -> {
          if (JsonValues.member(attributes, attribute).isPresent()) {
            misread.put(
                ATTRIBUTES + "." + attribute, "came beside %s. Send one of them.".formatted(field));
          }
        });
    var user = resource.build();
    if (JsonValues.member(user, USER_NAME).isEmpty()) {
      misread.putIfAbsent(USER_NAME, "is required.");
    }
    return new UserRequest(user, misread);
  }

  private static JsonObjectBuilder address(String email) {
    return SharedJson.createObjectBuilder()
        .add("value", email)
        .add("type", "work")
        .add("primary", true);
  }

  /**
   * The user as the schemas understand it; what violates them is told in the result.
   *
   * @throws Refusal.Invalid when there is an attribute that no schema has, or a password
   */
  ReadResource read(ResourceType type) {
    var read = ResourceReader.read(resource, type);
    read.notes().ignored().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw new Refusal.Invalid(
                  ATTRIBUTES + "." + Excerpt.of(name), "is no attribute of a user of this tenant");
            });
    if (read.resource().containsKey(PASSWORD)) {
      throw new Refusal.Invalid(ATTRIBUTES + "." + PASSWORD, "can't be set here. Leave it out.");
    }
    return read;
  }
}
