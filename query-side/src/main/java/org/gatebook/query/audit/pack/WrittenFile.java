package org.gatebook.query.audit.pack;

/**
 * A file of a package that is complete.
 *
 * @param path below the package's folder, with slashes
 * @param sha256 in hexadecimal digits
 */
public record WrittenFile(String path, long bytes, String sha256) {}
