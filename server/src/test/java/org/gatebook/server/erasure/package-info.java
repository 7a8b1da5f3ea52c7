/** Erasing people from a server at work. */
package org.gatebook.server.erasure;
