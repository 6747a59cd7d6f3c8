package io.rollcall.rest.iam;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks what differs between the types of providers. */
public class ValidProviderValidator
    implements ConstraintValidator<ValidProvider, SsoProviderRequest> {

  @Override
  public boolean isValid(SsoProviderRequest request, ConstraintValidatorContext context) {
    context.disableDefaultConstraintViolation();
    var form = ProviderForm.of(request.providerType());
    var properties = request.properties();
    var authority = properties.authority();
    var hasAuthority =
        authority == null
            ? !form.authorityRequired()
            : form.authority().matcher(authority).matches();
    if (!hasAuthority) {
      violate(context, "authority", "must be " + form.authorityForm());
    }
    var hasResponseType = form.responseTypes().contains(properties.responseType());
    if (!hasResponseType) {
      violate(
          context,
          "responseType",
          "must be one of " + String.join(", ", form.responseTypes().stream().sorted().toList()));
    }
    return hasAuthority && hasResponseType;
  }

  private static void violate(ConstraintValidatorContext context, String property, String message) {
    context
        .buildConstraintViolationWithTemplate(message.replace("{", "\\{").replace("}", "\\}"))
        .addPropertyNode("properties")
        .addPropertyNode(property)
        .addConstraintViolation();
  }
}
