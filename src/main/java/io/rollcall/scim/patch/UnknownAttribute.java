package io.rollcall.scim.patch;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.message.ScimType;

/** A path names what no schema has: 400 {@code invalidPath}. */
public final class UnknownAttribute extends ScimException {

  private static final long serialVersionUID = 1;

  UnknownAttribute(String path, String detail) {
    super(ScimType.INVALID_PATH, Excerpt.of(path), detail);
  }
}
