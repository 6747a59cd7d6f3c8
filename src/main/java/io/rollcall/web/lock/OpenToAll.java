package io.rollcall.web.lock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resource says nothing of any tenant to who sends no token, so it may be open to everybody:
 * {@code rollcall.discovery.open} decides (RFC 7643 §5).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OpenToAll {}
