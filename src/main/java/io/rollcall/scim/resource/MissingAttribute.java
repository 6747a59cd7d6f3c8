package io.rollcall.scim.resource;

import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;
import io.rollcall.scim.schema.AttributePath;

/** A change would leave an attribute without a value that must have one: 400 {@code mutability}. */
public final class MissingAttribute extends ScimException {

  private static final long serialVersionUID = 1;

  public MissingAttribute(AttributePath path) {
    super(
        ScimType.MUTABILITY,
        path.toString(),
        path + ": is required and can't be removed. Map an attribute to it that is never empty.");
  }
}
