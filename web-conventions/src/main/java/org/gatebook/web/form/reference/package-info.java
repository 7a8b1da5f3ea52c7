/** Fields that refer to other objects; how those are found is told with each request. */
@NullMarked
package org.gatebook.web.form.reference;

import org.jspecify.annotations.NullMarked;
