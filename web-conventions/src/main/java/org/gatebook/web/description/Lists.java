package org.gatebook.web.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gatebook.web.filter.ListDeclaration;

/** On a handler: the list whose pages it answers, and by which its parameters are read. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lists {

    /** The class that holds the declaration of the list as a constant. */
    Class<?> value();

    /** The constant, where the class has several lists. */
    String constant() default "";

    /** All there is, by pages, without any choice. */
    final class Unfiltered {
        static final ListDeclaration LIST = ListDeclaration.of("*", "nothing", "id");

        private Unfiltered() {}
    }
}
