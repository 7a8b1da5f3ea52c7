package org.gatebook.web.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler that reads what streaming projections have made, a moment after the log. A client that sends
 * {@code X-Gatebook-Min-Position} with the position that a write of its own was answered with is kept waiting until they
 * have passed it (ADR 0037). Everything else is up to date at once, and needs no waiting.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Follows {

    /** The names of the projections. */
    String[] value();
}
