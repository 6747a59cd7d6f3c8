package io.rollcall.oidc;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Stores texts without blanks in them with a blank between each two, as RFC 6749 has scopes. */
@Converter
public class WordsConverter implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> words) {
    return String.join(" ", words);
  }

  @Override
  public List<String> convertToEntityAttribute(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
