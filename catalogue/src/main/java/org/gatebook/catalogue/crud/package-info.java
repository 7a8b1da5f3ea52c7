/**
 * One engine for all supporting data: a resource declares its fields, permissions, filters and hooks, about a screenful,
 * and gets the five verbs.
 */
@NullMarked
package org.gatebook.catalogue.crud;

import org.jspecify.annotations.NullMarked;
