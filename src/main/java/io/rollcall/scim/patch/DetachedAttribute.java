package io.rollcall.scim.patch;

import io.rollcall.scim.filter.Filter;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.AttributePath;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A multi-valued attribute whose values aren't kept with the resource, because there may be too
 * many to read them all: the members of a group. A change is told in the terms of its operation
 * instead of being applied to a document.
 */
public interface DetachedAttribute {

  /** No resource of the type has such an attribute. */
  DetachedAttribute NONE =
      new DetachedAttribute() {
        @Override
        public boolean is(AttributePath path) {
          return false;
        }

        @Override
        public void add(List<JsonObject> values) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void replace(List<JsonObject> values) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void remove(List<JsonObject> values) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Filter filter) {
          throw new UnsupportedOperationException();
        }
      };

  /** Whether this is the attribute that the path names. */
  boolean is(AttributePath path);

  /**
   * Adds the values that aren't there yet.
   *
   * @throws ScimException {@code invalidValue} when one of them can't be a value
   */
  void add(List<JsonObject> values);

  /**
   * Leaves exactly these values, none if the list is empty.
   *
   * @throws ScimException {@code invalidValue} when one of them can't be a value
   */
  void replace(List<JsonObject> values);

  /** Removes these values; one that isn't there does no harm. */
  void remove(List<JsonObject> values);

  /** Removes the values that match a value filter, whose paths are those of the sub-attributes. */
  void remove(Filter filter);
}
