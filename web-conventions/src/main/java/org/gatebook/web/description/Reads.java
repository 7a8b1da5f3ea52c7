package org.gatebook.web.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gatebook.web.form.Form;

/**
 * On a handler: the form of the body that it reads. Every handler of POST, PUT and PATCH says so, in this way or by the
 * resource that it serves.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** The class that holds the form as a constant. */
    Class<?> value();

    /** The constant, where the class has several forms and none of them is called {@code FORM}. */
    String constant() default "";

    /** Whether the body is a list of such objects. */
    boolean each() default false;

    /** No body. */
    final class Nothing {
        static final Form FORM = Form.of();

        private Nothing() {}
    }

    /** A file as it is, which has no form. */
    final class File {
        private File() {}
    }
}
