/** Files that clients send ahead and refer to afterwards, in answers for example. */
@NullMarked
package org.gatebook.catalogue.upload;

import org.jspecify.annotations.NullMarked;
