package org.gatebook.web.auth;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares on a controller what its resource belongs to and who may read and change it; on a method it replaces the
 * declaration of the class for that method's path. The declaration belongs to the <em>path</em>: it is checked before
 * the method of the request is looked at, so a forbidden {@code PUT} is 403 although the resource offers none. Two
 * controllers that share a path (one reads, one writes) must declare the same; the server does not start otherwise.
 *
 * <p>Paths under {@code /api/} consist of literal segments and {@code {variables}}; {@code {organizer}} and
 * {@code {event}} are reserved for the slugs.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiResource {

    /** What the resource belongs to. */
    Scope scope();

    /** Any one of these allows GET, HEAD and OPTIONS; empty: being a member is enough. */
    Permission[] read();

    /** Any one of these allows every other method; empty: being a member is enough. */
    Permission[] write();

    /**
     * Whether door apps work here: they abort a whole sync on 409, so a conflict that could not be resolved and a busy
     * idempotency key are answered 503 (device client notes 0.5). {@link Scope#DEVICE} resources always are, and so
     * is whatever a device asks elsewhere.
     */
    boolean door() default false;

    /**
     * Whether reading may change something, as where looking at a quota closes it. Its reads are units that write then;
     * permissions stay those of reading.
     */
    boolean writesWhenRead() default false;
}
