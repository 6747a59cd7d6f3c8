package io.rollcall.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds all that is wrong with what is set, before anything is done with it.
 *
 * @param source where the settings come from
 * @param settings all that there are
 */
record SettingsCheck(SettingsSource source, List<Setting<?>> settings) {

  private static final String PREFIX = "rollcall.";

  /** The problems, a line each; none when all is right. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    settings.forEach(setting -> find(setting).flatMap(setting::problem).ifPresent(problems::add));
    pageProblem().ifPresent(problems::add);
    problems.addAll(unknownNames());
    return problems;
  }

  private Optional<String> find(Setting<?> setting) {
    return source.text(setting.name()).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A default page is never bigger than the biggest; one that was asked for must be possible. */
  private Optional<String> pageProblem() {
    var size = find(Settings.PAGE_SIZE).flatMap(Settings.PAGE_SIZE::read);
    var max =
        find(Settings.PAGE_SIZE_MAX)
            .map(Settings.PAGE_SIZE_MAX::read)
            .orElse(Optional.of(Settings.PAGE_SIZE_MAX.absent()));
    return size.isPresent() && max.isPresent() && size.get() > max.get()
        ? Optional.of(
            "%s: expected at most %s, which is %d, got %d."
                .formatted(
                    Settings.PAGE_SIZE.variable(),
                    Settings.PAGE_SIZE_MAX.variable(),
                    max.get(),
                    size.get()))
        : Optional.empty();
  }

  /** One line for a name that a source lists in both of its forms. */
  private List<String> unknownNames() {
    var known =
        settings.stream()
            .flatMap(setting -> Stream.of(setting.name(), setting.variable()))
            .collect(Collectors.toSet());
    var unknownByProperty = new LinkedHashMap<String, String>();
    source.names().stream()
        .filter(name -> property(name).startsWith(PREFIX))
        .filter(name -> !known.contains(name))
        .forEach(name -> unknownByProperty.putIfAbsent(property(name), unknown(name)));
    return List.copyOf(unknownByProperty.values());
  }

  private String unknown(String name) {
    var isVariable = name.indexOf('.') < 0;
    var nearest =
        settings.stream()
            .min(Comparator.comparingInt(setting -> distance(property(name), setting.name())))
            .map(setting -> isVariable ? setting.variable() : setting.name())
            .orElseThrow();
    return "%s: there is no such setting. Did you mean %s?".formatted(name, nearest);
  }

  private static String property(String name) {
    return name.replace('_', '.').toLowerCase(Locale.ROOT);
  }

  /** How many characters must be put in, taken out or changed to make one text of the other. */
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (var i = 0; i <= from.length(); i++) {
      var diagonal = 0;
      for (var j = 0; j < row.length; j++) {
        var above = row[j];
        if (i == 0 || j == 0) {
          row[j] = i + j;
        } else {
          var changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
          row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
        }
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
