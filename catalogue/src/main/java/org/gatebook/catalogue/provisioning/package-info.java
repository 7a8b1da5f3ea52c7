/** Sets up organizers, settings, teams, tokens and acceptances from a file, as often as one likes. */
@NullMarked
package org.gatebook.catalogue.provisioning;

import org.jspecify.annotations.NullMarked;
