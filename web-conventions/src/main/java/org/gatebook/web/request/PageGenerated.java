package org.gatebook.web.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of a list that clients follow with {@code modified_since}: its 200 carries {@code X-Page-Generated}, read
 * from the page clock before the handler runs, so that a client that sends it back misses nothing (design, section 4). Only
 * for rows whose stamp is the {@code recorded_at} of an event: the moment says nothing about other clocks (ADR 0009).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageGenerated {}
