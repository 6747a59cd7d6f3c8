package io.rollcall.platform;

import java.util.Optional;
import java.util.Set;

/** Where settings come from. */
interface SettingsSource {

  /** The names of all that is set there, ours or not, as properties or as variables. */
  Set<String> names();

  /** The text of a setting by its name as a property. */
  Optional<String> text(String name);
}
