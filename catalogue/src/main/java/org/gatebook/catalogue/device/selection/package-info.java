/** Which event a device should stand at. */
@NullMarked
package org.gatebook.catalogue.device.selection;

import org.jspecify.annotations.NullMarked;
