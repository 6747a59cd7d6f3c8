package io.rollcall.scim.message;

import java.util.List;

/**
 * What an admin should know of how a message was understood.
 *
 * @param ignored the names that no schema defines, so that their values aren't kept
 * @param tolerated where a rule was bent, in sentences: {@code active: "False" was taken for false}
 */
public record Notes(List<String> ignored, List<String> tolerated) {

  /** All was as it should be. */
  public static final Notes NONE = new Notes(List.of(), List.of());
}
