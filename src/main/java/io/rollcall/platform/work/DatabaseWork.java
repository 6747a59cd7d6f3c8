package io.rollcall.platform.work;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method's transaction is one piece of work for the database. It begins when one of the
 * connections is free for it, and is tried again when it lost a race against another one: two
 * clients create the same userName, a member disappears while it is added. Stands wherever a
 * transaction can begin.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD})
public @interface DatabaseWork {}
