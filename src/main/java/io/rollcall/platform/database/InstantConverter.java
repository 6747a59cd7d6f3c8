package io.rollcall.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/** Instants are stored as milliseconds since 1970 UTC: no driver or session can shift them. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, Long> {

  @Override
  public Long convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  @Override
  public Instant convertToEntityAttribute(Long milliseconds) {
    return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
  }
}
