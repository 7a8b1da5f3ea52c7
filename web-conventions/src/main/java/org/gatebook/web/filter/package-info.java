/** Lists, declared: filters and orderings by name, compiled to SQL whose columns come from the declaration and never from the client. */
@NullMarked
package org.gatebook.web.filter;

import org.jspecify.annotations.NullMarked;
