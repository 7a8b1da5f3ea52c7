/** Supporting data: the CRUD engine, its resources and endpoints, and typed snapshots for decisions. */
@NullMarked
package org.gatebook.catalogue;

import org.jspecify.annotations.NullMarked;
