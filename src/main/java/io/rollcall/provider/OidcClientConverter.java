package io.rollcall.provider;

import io.rollcall.scim.message.SharedJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a client as the JSON text that admins see; null is nobody's. */
@Converter
public class OidcClientConverter implements AttributeConverter<OidcClient, String> {

  private static final String NONE = "{}";

  @Override
  public String convertToDatabaseColumn(OidcClient client) {
    return client == null ? NONE : client.toJson().toString();
  }

  @Override
  public OidcClient convertToEntityAttribute(String text) {
    return text.equals(NONE) ? null : OidcClient.of(SharedJson.readObject(text));
  }
}
