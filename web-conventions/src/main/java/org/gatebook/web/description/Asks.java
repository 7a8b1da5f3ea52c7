package org.gatebook.web.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler: a parameter of the query that it reads by itself, or what a variable of its path means. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Asks.Several.class)
public @interface Asks {

    /** The name of the parameter, or of the variable. */
    String name();

    /** What it means, for the description of the API. */
    String text();

    /** The values that have a meaning; empty where any has. */
    String[] choices() default {};

    /** Whether it may come several times, each time with another value. */
    boolean several() default false;

    /** Several of them. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        /** All of them. */
        Asks[] value();
    }
}
