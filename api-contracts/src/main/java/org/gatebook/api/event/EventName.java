package org.gatebook.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logical name under which an event is stored, for example {@code gift_card.issued} revision 1. Once released, a
 * name and revision never change their meaning: an incompatible change is a new revision and an upcaster.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

    /** The name: aggregate and past participle, lower case, joined by a dot. */
    String value();

    /** The revision of the payload's form, counted from 1. */
    int revision() default 1;
}
