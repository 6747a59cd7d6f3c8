package io.rollcall.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each method that is called from outside is a use case: one transaction, which waits for a place
 * and is tried again when it lost a race. It is counted as the work of the tenant that an {@link
 * OfTenant} among its arguments names; without one it is nobody's. An exception means that nothing
 * happened.
 */
@ApplicationScoped
@DatabaseWork
@Transactional
@Stereotype
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UseCases {}
