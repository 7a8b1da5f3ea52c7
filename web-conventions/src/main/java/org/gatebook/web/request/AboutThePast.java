package org.gatebook.web.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler that reads: it also answers about the past, when asked by {@code as_of} (a moment) or
 * {@code as_of_position} (of an event). The handler does nothing for it: its statements and its clock are led to that
 * point, and what it would have answered then it answers now (ADR 0036). For answers that are made of read models and
 * supporting data alone, or of streams that are read up to that point. Elsewhere the two are parameters that mean nothing,
 * as all that nobody knows.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AboutThePast {

    /** The parameter that names a moment. */
    String MOMENT = "as_of";

    /** The parameter that names the position of an event. */
    String POSITION = "as_of_position";
}
