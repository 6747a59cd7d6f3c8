package io.rollcall.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why something doesn't work, in the words of an admin: what happened, and what to change where.
 *
 * <p>The texts have places for facts, and read well without any of them:
 *
 * <ul>
 *   <li>{@code provider} is the display name of the provider that is concerned, {@code since} when
 *       it began;
 *   <li>{@code token} shows which token, {@code ended} when it ended, {@code from} where it came
 *       from;
 *   <li>{@code address} and {@code method} are what was asked, {@code tenantUrl} is the address to
 *       paste, {@code reference} is in the log;
 *   <li>{@code type} is {@code user} or {@code group}, {@code id} its id, {@code attribute} and
 *       {@code value} are what was wrong with it;
 *   <li>{@code reached} is there when people are recognised or reached by the attribute;
 *   <li>{@code own}, {@code others} and {@code nobodys} is the id of who has a name, by whose it
 *       is; {@code other} the display name of the other provider;
 *   <li>{@code unknown} of {@code all} members aren't there, the first of them are {@code ids};
 *   <li>{@code silence} is how long nothing came, {@code interval} how often it usually comes.
 * </ul>
 */
public enum Cause {
  TOKEN_ENDED(
      "{provider|The identity provider} has been turned away[ since {since}]: its token[ {token}]"
          + " ended[ on {ended}].",
      "the token ended",
      "Make a new token here and paste it.",
      Menu.CREDENTIALS),

  TOKEN_DELETED(
      "{provider|The identity provider} has been turned away[ since {since}]: its token[ {token}] was"
          + " deleted[ on {ended}].",
      "the token was deleted",
      "Make a new token here and paste it; or stop provisioning there, if it was to end.",
      Menu.CREDENTIALS),

  TOKEN_UNKNOWN(
      Wording.of(
          "Somebody calls with the token {token}[ of {provider}], but not with the whole of it, or not"
              + " as it was[, since {since}][, from {from}].",
          "Somebody calls this tenant's address with a token that isn't known here[, since {since}][,"
              + " from {from}]."),
      Wording.of("the token isn't known here"),
      Wording.of(
          "Most often a token was cut off when it was copied, or belongs to another tenant. Copy it once"
              + " more, whole, or make a new one here and paste it."),
      Optional.of(Menu.CREDENTIALS)),

  /** Told to the tenant that the token is of. */
  TOKEN_OF_ANOTHER_TENANT(
      "{provider|An identity provider} calls an address that isn't this tenant's[, since {since}],"
          + " with this tenant's token[ {token}].",
      "the token came to an address that isn't this tenant's",
      "Copy this tenant's address from here and paste it there.",
      Menu.CREDENTIALS),

  TENANT_SUSPENDED(
      "This tenant was suspended[ on {ended}], so {provider|every identity provider} was turned"
          + " away.",
      "the tenant is suspended",
      "Ask whoever runs this server to resume the tenant. At the identity provider there is nothing"
          + " to change."),

  WRONG_ADDRESS(
      "{provider|The identity provider} calls an address where nothing is[: {address}].[ Its Tenant"
          + " URL is {tenantUrl}.]",
      "nothing is at the address",
      "The address to paste is the Tenant URL as this server shows it: it ends in /api/scim/v2 or in"
          + " /core/iam/v1/scim, with nothing behind it.",
      Menu.CREDENTIALS),

  WRONG_METHOD(
      "{provider|The identity provider} sent {method|a method} to {address|an address} that doesn't"
          + " take it.",
      "the address doesn't take the method",
      "Most often the address that was pasted isn't the right one: the Tenant URL ends in"
          + " /api/scim/v2 or in /core/iam/v1/scim, with nothing behind it.",
      Menu.CREDENTIALS),

  SERVER_FAILED(
      "This server failed[, reference {reference}].",
      "this server failed",
      "Ask whoever runs this server to look into its log[, for {reference}]. At the identity provider"
          + " there is nothing to change: it will ask again."),

  NAME_TAKEN(
      Wording.of(
          "The {attribute|name}[ {value}] is taken by a {type|user or group} of {other}.",
          "{nobodys?}The {attribute|name}[ {value}] is taken by a {type|user or group} that no"
              + " provider has.",
          "{own?}The {attribute|name}[ {value}] is taken by another {type|user or group} of the same"
              + " provider.",
          "The {attribute|name}[ {value}] is taken."),
      Wording.of(
          "the {attribute|name} is taken by {other}",
          "{nobodys?}the {attribute|name} is taken by somebody whom no provider has",
          "{own?}the {attribute|name} is taken under another id of the same provider",
          "the {attribute|name} is taken"),
      Wording.of(
          "Assign this {type|person} either in {provider|this provider} or in {other}, transfer the"
              + " {type|one} that is here, or map another value to {attribute|the name}.",
          "{nobodys?}Let the identity provider match by {attribute|the name}: it then finds the"
              + " {type|one} that is here, and adopts it with the first change.",
          "{own?}Let the identity provider match by {attribute|the name}, so that it finds the"
              + " {type|one} that is here; or map another value.",
          "Let the identity provider match by {attribute|the name}, or map another value."),
      Optional.of(Menu.MAPPINGS)),

  MISSING_ATTRIBUTE(
      Wording.of(
          "{provider|The identity provider} sent no {attribute|value for a required attribute}."),
      Wording.of("{attribute|a required attribute} is empty"),
      Wording.of(
          "{reached?}Map an attribute to {attribute|it} that everybody has. Guests, and people without"
              + " a mailbox, often have no e-mail address: their sign-in name, userPrincipalName in"
              + " Entra, is never empty.",
          "Map an attribute to {attribute|it} that is never empty."),
      Optional.of(Menu.MAPPINGS)),

  WRONG_VALUE(
      "The value of {attribute|an attribute} can't be taken as it came.",
      "{attribute|an attribute} has a wrong value",
      "Change what is mapped to {attribute|it}, or remove that mapping.",
      Menu.MAPPINGS),

  UNKNOWN_MEMBERS(
      "Not all members of a group are here[ ({unknown} of {all} missing)], so the group wasn't"
          + " changed.",
      "some members aren't here",
      "Assign these people to the application as well[: {ids}]. They are added when the group comes"
          + " again.",
      Menu.ASSIGNMENTS),

  ANOTHERS_RESOURCE(
      "A {type|user or group} that {other|another provider} provisions can't be changed by"
          + " {provider|this one}.",
      "provisioned by {other|another provider}",
      "Assign it either in {provider|this one} or in {other|the other one}. If it is to change hands,"
          + " transfer it here, or release it.",
      Menu.ASSIGNMENTS),

  GONE(
      "{provider|The identity provider} refers to a {type|user or group}[ {id}] that doesn't exist, or"
          + " no more.",
      "doesn't exist, or no more",
      "Have it looked up anew.",
      Menu.RESTART),

  OUTDATED(
      "A {type|user or group} had been changed since it was read.",
      "changed since it was read",
      "There is nothing to change: the identity provider reads it again and repeats its change."),

  READ_ONLY(
      "{provider|The identity provider} tried to change {attribute|an attribute} that stays as it is.",
      "{attribute|an attribute} can't be changed",
      "Remove {attribute|it} from the mapping, or apply it only when a {type|user or group} is made.",
      Menu.MAPPINGS),

  UNKNOWN_ATTRIBUTE(
      "No schema of this tenant has {attribute|an attribute that came}.",
      "{attribute|an attribute} is in no schema",
      "Add {attribute|it} to an extension schema here, or remove it from the mapping.",
      Menu.MAPPINGS),

  BAD_PATH(
      "{provider|The identity provider} names {attribute|an attribute} by a path that can't be taken.",
      "the path to {attribute|an attribute} can't be taken",
      "The entry's reason says why. Map to {attribute|the attribute} by another path.",
      Menu.MAPPINGS),

  NO_TARGET(
      "A value[ of {attribute}] that was to be changed isn't there.",
      "a value[ of {attribute}] isn't there",
      "Map the whole value[ of {attribute}] with its type, so that it is added before it is changed.",
      Menu.MAPPINGS),

  BAD_FILTER(
      "{provider|The identity provider} searched by a filter that can't be understood.",
      "a filter can't be understood",
      "The entry's reason says what and where. Match by an attribute that a schema here has, such as"
          + " userName.",
      Menu.MAPPINGS),

  BAD_REQUEST(
      "{provider|The identity provider} sent something that can't be understood.",
      "a request can't be understood",
      "The entry's reason says what and where. If the address is right, tell the maker of what sent"
          + " it.",
      Menu.CREDENTIALS),

  TOO_LARGE(
      "{provider|The identity provider} sent more at once than is taken.",
      "more than is taken at once",
      "The entry's reason says what is too large. Remove what isn't needed from the mapping, or ask"
          + " whoever runs this server for a higher limit.",
      Menu.MAPPINGS),

  TOO_MANY(
      "{provider|The identity provider} asked for more work at once than is done.",
      "more work than is done at once",
      "The entry's reason says what took it. Let it send fewer operations in one request, or match by"
          + " equality.",
      Menu.MAPPINGS),

  BUSY(
      "This server had too much to do, or couldn't reach its database.",
      "this server was busy",
      "At the identity provider there is nothing to change: it will ask again. If this lasts, ask"
          + " whoever runs this server."),

  NOT_SUPPORTED(
      "{provider|The identity provider} asked for something that this server doesn't do.",
      "not supported",
      "The entry's reason says what. Switch that off at the identity provider."),

  FORBIDDEN(
      "{provider|The identity provider} asked for something that it may not do.",
      "not allowed",
      "The entry's reason says what, and what may be done instead."),

  OTHER(
      "A request was refused.",
      "refused for another reason",
      "The entry's reason says what is wrong, and what to change."),

  /** No refusal: people would come, and could hardly sign in. */
  IDENTIFIERS(
      "People come with {attribute|an externalId}[ such as {value}] by which single sign-on"
          + " won't recognise them.",
      "{attribute|externalId} isn't what single sign-on tells",
      "Map the identifier to {attribute|externalId} that is also told at sign-in: in Entra objectId,"
          + " in Okta the user's id.",
      Menu.MAPPINGS),

  /** No refusal: nothing comes. */
  SILENT(
      "Nothing came from {provider|the identity provider} for {silence|a long time}[; usually it"
          + " comes every {interval}].",
      "nothing comes",
      "Look whether provisioning is switched on there.",
      Menu.SWITCH);

  private static final Pattern WORD = Pattern.compile("_(.)");

  private final Wording sentence;
  private final Wording group;
  private final Wording whatToDo;
  private final Optional<Menu> menu;

  Cause(Wording sentence, Wording group, Wording whatToDo, Optional<Menu> menu) {
    this.sentence = sentence;
    this.group = group;
    this.whatToDo = whatToDo;
    this.menu = menu;
  }

  Cause(String sentence, String group, String whatToDo, Menu menu) {
    this(Wording.of(sentence), Wording.of(group), Wording.of(whatToDo), Optional.of(menu));
  }

  Cause(String sentence, String group, String whatToDo) {
    this(Wording.of(sentence), Wording.of(group), Wording.of(whatToDo), Optional.empty());
  }

  /** The cause of that keyword; empty when there is none. */
  public static Optional<Cause> of(String keyword) {
    return Arrays.stream(values()).filter(cause -> cause.keyword().equals(keyword)).findFirst();
  }

  /** As the API calls it, which stays: {@code nameTaken}. */
  public String keyword() {
    return WORD.matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  /** What happened, as a sentence. */
  public String sentence(Map<String, String> facts) {
    return sentence.with(facts);
  }

  /**
   * What happened to several, without a full stop: {@code 7 people: userName is empty}.
   *
   * @param people how many users, or groups where the fact {@code type} says so; below 1 they
   *     aren't mentioned
   */
  public String group(long people, Map<String, String> facts) {
    var what = group.with(facts);
    return people < 1 ? what : "%d %s: %s".formatted(people, noun(people, facts), what);
  }

  private static String noun(long count, Map<String, String> facts) {
    if ("group".equals(facts.get("type"))) {
      return count == 1 ? "group" : "groups";
    }
    return count == 1 ? "person" : "people";
  }

  /** What to change and where, in one or more sentences. */
  public String advice(Idp idp, Map<String, String> facts) {
    return whatToDo.with(facts) + menu.map(there -> " " + there.at(idp)).orElse("");
  }

  /** Where that is changed; empty when nothing is to be changed at the identity provider. */
  Optional<Menu> menu() {
    return menu;
  }
}
