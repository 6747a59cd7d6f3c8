package io.rollcall.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** By what a tenant signs (RFC 7518 §3.1). */
enum SigningAlgorithm {
  /** What each application must be able to check (OpenID Connect Core §15.1). */
  RS256 {
    @Override
    JWK generate() throws JOSEException {
      return new RSAKeyGenerator(RSA_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    }
  },

  /** A tenth of the size. */
  ES256 {
    @Override
    JWK generate() throws JOSEException {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint(true)
          .generate();
    }
  };

  private static final int RSA_BITS = 2048;

  abstract JWK generate() throws JOSEException;

  /** A key that nobody has had before, with its private part; its id is its thumbprint. */
  JWK newKey() {
    try {
      return generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("Every Java platform has RSA and P-256", e);
    }
  }
}
