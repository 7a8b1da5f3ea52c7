/** Supporting data as documents: what a kind of resource declares, how it is stored, and the event that each change leaves. */
@NullMarked
package org.gatebook.catalogue.resource;

import org.jspecify.annotations.NullMarked;
