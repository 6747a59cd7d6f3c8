package io.rollcall.provider;

import java.util.Optional;

/** What the authority of a provider, its issuer, may be: the server fetches its keys from there. */
public interface Authority {

  /** Why an authority can't be, in words that follow its name; empty when it can. */
  Optional<String> problem(String authority);
}
