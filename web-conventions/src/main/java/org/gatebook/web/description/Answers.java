package org.gatebook.web.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler: when it answers with this status. What every endpoint answers need not be said again. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Answers.Several.class)
public @interface Answers {

    /** The status. */
    int status();

    /** What the answer is, or when it comes and in which words, for the description of the API. */
    String text();

    /** Several of them. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        /** All of them. */
        Answers[] value();
    }
}
