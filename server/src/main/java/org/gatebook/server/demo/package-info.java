/** A small festival to look at. */
@NullMarked
package org.gatebook.server.demo;

import org.jspecify.annotations.NullMarked;
