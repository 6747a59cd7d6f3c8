package io.rollcall.web.admin;

import io.rollcall.directory.Author;
import io.rollcall.directory.Group;
import io.rollcall.directory.Relation;
import io.rollcall.directory.StoredResource;
import io.rollcall.directory.User;
import io.rollcall.directory.WrittenAttribute;
import io.rollcall.provider.SsoProvider;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.scim.resource.MultiValues;
import io.rollcall.scim.schema.Attribute;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import io.rollcall.subjects.Subject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;

/** How an admin sees users and groups. */
final class SubjectView {

  private static final AttributePath EMAILS = ResourceType.USER.resolve("emails").orElseThrow();
  private static final String USER_NAME = "userName";
  private static final String DISPLAY_NAME = "displayName";

  private SubjectView() {}

  /** As a list has it. */
  static JsonObjectBuilder summary(
      StoredResource resource, Map<String, SsoProvider> providersById) {
    var document = resource.document();
    var shown = SharedJson.createObjectBuilder().add("id", resource.id());
    if (resource instanceof User user) {
      shown.add("status", SubjectsRequest.status(user.isActive()));
      addText(shown, USER_NAME, document);
    }
    addText(shown, DISPLAY_NAME, document);
    email(document).ifPresent(address -> shown.add("email", address));
    Optional.ofNullable(providersById.get(resource.providerId()))
        .ifPresent(provider -> shown.add("provider", provider.scheme()));
    if (resource instanceof Group group) {
      shown.add("members", group.memberCount());
    }
    return shown
        .add("origin", resource.origin().toString())
        .add("createdAt", resource.created().toString())
        .add("lastModified", resource.lastModified().toString());
  }

  /** With its attributes, and who wrote them. */
  static JsonObjectBuilder whole(Subject subject, Map<String, SsoProvider> providersById) {
    var attributes = SharedJson.createArrayBuilder();
    subject
        .resource()
        .attributes()
        .forEach(written -> attributes.add(attribute(written, subject.type(), providersById)));
    return summary(subject.resource(), providersById).add("attributes", attributes);
  }

  /** A member of a group. */
  static JsonObjectBuilder member(StoredResource resource) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", resource.id())
            .add("type", resource.type().name());
    addText(shown, DISPLAY_NAME, resource.document());
    if (resource instanceof User) {
      addText(shown, USER_NAME, resource.document());
    }
    return shown;
  }

  /** A group that a user or group is in. */
  static JsonObjectBuilder group(Relation relation) {
    var shown = SharedJson.createObjectBuilder().add("id", relation.id());
    relation.display().ifPresent(name -> shown.add(DISPLAY_NAME, name));
    return shown.add("type", relation.type());
  }

  private static JsonObjectBuilder attribute(
      WrittenAttribute written, ResourceType type, Map<String, SsoProvider> providersById) {
    var shown = SharedJson.createObjectBuilder().add("attribute", written.name());
    if (!isHidden(type, written.name())) {
      shown.add("value", written.value());
    }
    return shown
        .add("writtenBy", author(written.writing().author(), providersById))
        .add("writtenAt", written.writing().at().toString());
  }

  /** Of what no answer ever has, or has a part of, the name alone is shown. */
  private static boolean isHidden(ResourceType type, String name) {
    return type.resolve(name)
        .map(AttributePath::attribute)
        .filter(a -> !a.isHidden() && a.subAttributes().stream().noneMatch(Attribute::isHidden))
        .isEmpty();
  }

  private static JsonObjectBuilder author(Author author, Map<String, SsoProvider> providersById) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("type", author.kind().toString())
            .add("id", author.id());
    author
        .providerId()
        .map(providersById::get)
        .ifPresent(provider -> shown.add("provider", provider.scheme()));
    return shown;
  }

  private static void addText(JsonObjectBuilder shown, String name, JsonObject document) {
    if (document.get(name) instanceof JsonString text) {
      shown.add(name, text);
    }
  }

  /** The primary address, else the first one. */
  private static Optional<String> email(JsonObject document) {
    return EMAILS
        .get(document)
        .map(JsonArray.class::cast)
        .filter(emails -> !emails.isEmpty())
        .map(emails -> emails.getJsonObject(Math.max(0, MultiValues.firstPrimary(emails))))
        .map(email -> email.getString(Attribute.VALUE, null));
  }
}
