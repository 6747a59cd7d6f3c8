package io.rollcall.web.admin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.rollcall.access.AdminKey;
import io.rollcall.access.AdminKeys;
import io.rollcall.access.Principal.Administrator;
import io.rollcall.platform.database.Creation;
import io.rollcall.scim.message.SharedJson;
import io.rollcall.web.lock.Authentication;
import io.rollcall.web.lock.OnlyForAdministrators;
import io.rollcall.web.problem.ProblemForm;
import io.rollcall.web.problem.ProblemsAs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The admin keys of the admin's tenant. */
@Path("core/iam/v1/admin-keys")
@OnlyForAdministrators
@ProblemsAs(ProblemForm.DETAILS)
@ApplicationScoped
public class AdminKeysResource {

  @Inject private Authentication authentication;
  @Inject private AdminKeys keys;

  @Context private UriInfo uri;

  @POST
  @Consumes(APPLICATION_JSON)
  @Produces(APPLICATION_JSON)
  public Response create(@Valid AdminKeyRequest wanted) {
    var created = keys.create(admin(), wanted.description());
    return JsonAnswer.ok(shown(created.key()).add("key", created.value()));
  }

  @GET
  @Produces(APPLICATION_JSON)
  public Response list() {
    var request = PageRequest.read(uri.getQueryParameters());
    return request.answer(
        "adminKeys",
        keys.page(admin().tenantId(), request.after(), request.wanted()),
        key -> new Creation(key.created(), key.id()),
        AdminKeysResource::shown);
  }

  @DELETE
  @Path("{id: " + AdminKey.ID_PATTERN + "}")
  public Response delete(@PathParam("id") String id) {
    keys.delete(admin(), id);
    return Response.noContent().build();
  }

  private Administrator admin() {
    return authentication.as(Administrator.class);
  }

  private static JsonObjectBuilder shown(AdminKey key) {
    var shown =
        SharedJson.createObjectBuilder()
            .add("id", key.id())
            .add("name", key.name())
            .add("role", key.role().toString())
            .add("createdAt", key.created().toString());
    JsonAnswer.addText(shown, "createdBy", key.createdBy());
    JsonAnswer.addTime(shown, "lastUsedAt", key.lastUsed());
    JsonAnswer.addTime(shown, "expiresAt", key.expires());
    return shown;
  }
}
