/** The table of endpoints, read from the code. */
package org.gatebook.server.endpoints;
