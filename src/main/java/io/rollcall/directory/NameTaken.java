package io.rollcall.directory;

import static io.rollcall.scim.message.ScimType.UNIQUENESS;

import io.rollcall.scim.message.Excerpt;
import io.rollcall.scim.message.ScimException;
import io.rollcall.scim.schema.AttributePath;
import io.rollcall.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.Locale;

/** Another resource has what only one may have: 409 {@code uniqueness}. */
public final class NameTaken extends ScimException {

  private static final long serialVersionUID = 1;

  private final String value;
  private final transient Holder holder;

  /**
   * The problem.
   *
   * @param type the type of both resources
   * @param document what was to be stored
   */
  public NameTaken(ResourceType type, JsonObject document, Holder holder) {
    this(StoredResource.uniqueAttribute(type), type, document, holder);
  }

  private NameTaken(AttributePath path, ResourceType type, JsonObject document, Holder holder) {
    super(
        UNIQUENESS,
        path.toString(),
        "%s: %s is taken, in any letter case, by %s"
            .formatted(path, shown(path, document), holder.inWords(type.name())));
    this.value = shown(path, document);
    this.holder = holder;
  }

  private static String shown(AttributePath path, JsonObject document) {
    return path.get(document).map(Excerpt::of).orElse("");
  }

  /** The value, as an error shows it: the beginning of its JSON text. */
  public String value() {
    return value;
  }

  /** Who has it. */
  public Holder holder() {
    return holder;
  }

  /** Who has a value that only one may have, in the tenant of whoever asks. */
  public sealed interface Holder {

    /** The id of the user or group. */
    String id();

    /** Who it is and what to do, to follow upon "taken by". */
    String inWords(String type);

    private static String named(String type, String id) {
      return "%s (%s)".formatted(type.toLowerCase(Locale.ROOT), id);
    }

    /** Another one of the provider that asks. */
    record SameProviders(String id) implements Holder {
      @Override
      public String inWords(String type) {
        return "another %s of this provider. Update that one, or send another value."
            .formatted(named(type, id));
      }
    }

    /**
     * One of another provider.
     *
     * @param provider its display name
     */
    record OtherProviders(String id, String provider) implements Holder {
      @Override
      public String inWords(String type) {
        return "a %s of %s. Assign this %s in one of the two only, or send another value."
            .formatted(named(type, id), provider, type.toLowerCase(Locale.ROOT));
      }
    }

    /** One that no provider has, so that any may adopt it. */
    record Nobodys(String id) implements Holder {
      @Override
      public String inWords(String type) {
        return "a %s that no provider has. Update that one to adopt it, or send another value."
            .formatted(named(type, id));
      }
    }
  }
}
