/** Categories of products. */
@NullMarked
package org.gatebook.catalogue.category;

import org.jspecify.annotations.NullMarked;
