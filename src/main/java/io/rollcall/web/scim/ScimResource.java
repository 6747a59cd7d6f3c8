package io.rollcall.web.scim;

import io.rollcall.access.Principal.Provisioner;
import io.rollcall.provisioning.ScimClient;
import io.rollcall.scim.message.JsonLimits;
import io.rollcall.scim.schema.ResourceTypes;
import io.rollcall.web.http.Bodies;
import io.rollcall.web.http.Limits;
import io.rollcall.web.http.PublicAddress;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.problem.MediaTypes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What all addresses of SCIM have in common. */
public abstract class ScimResource {

  @Inject private Authentication authentication;
  @Inject private PublicAddress publicAddress;
  @Inject private Limits limits;
  @Inject private Bodies bodies;

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;
  @Context private HttpServletRequest request;

  /** Who asks, and where. */
  ScimClient client() {
    return new ScimClient(authentication.as(Provisioner.class), types(), base());
  }

  /** The base address as the outside sees it, without a slash at its end. */
  String base() {
    return publicAddress.of(request) + "/" + ScimBase.path(authentication.tenantInPath());
  }

  Limits limits() {
    return limits;
  }

  /** Reads the body of the request. */
  JsonObject read(InputStream body, JsonLimits bodyLimits) throws IOException {
    return bodies.read(body, bodyLimits);
  }

  /** The parameters of the URL. */
  MultivaluedMap<String, String> query() {
    return uri.getQueryParameters();
  }

  HttpHeaders headers() {
    return headers;
  }

  /** The resource types of the client's tenant. */
  ResourceTypes types() {
    return authentication.types();
  }

  Response.ResponseBuilder ok(ScimBody body) {
    return Response.ok(
        body.isStreamed() ? SpooledBody.of(body) : text(body), MediaTypes.ofScimAnswer(headers));
  }

  private static String text(ScimBody body) {
    var text = new StringWriter();
    try {
      body.writeTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
