package org.gatebook.eventstore.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A folder that holds a finished backup. The checksums are in the form of {@code sha256sum}, so that everybody can check
 * them without this program.
 */
final class BackupFolder {

    static final String MANIFEST = "manifest.json";
    static final String CHECKSUMS = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;
    private static final int DIGITS = 64;

    private final Path folder;
    private final Manifest manifest;
    private final Map<String, String> checksums;

    private BackupFolder(Path folder, Manifest manifest, Map<String, String> checksums) {
        this.folder = folder;
        this.manifest = manifest;
        this.checksums = checksums;
    }

    /**
     * Opens a folder whose every file is what it was when the backup was written.
     *
     * @param format that it must have
     * @throws BackupUnusable if it is not whole; the message names the file
     */
    static BackupFolder checked(Path folder, String format) {
        try {
            if (!Files.isRegularFile(folder.resolve(CHECKSUMS))) {
                throw new BackupUnusable(folder + " holds no finished backup: there is no " + CHECKSUMS);
            }
            Map<String, String> checksums = checksums(folder);
            if (!checksums.containsKey(MANIFEST)) {
                throw new BackupUnusable(CHECKSUMS + " does not name " + MANIFEST);
            }
            checkFiles(folder, checksums);
            Manifest manifest = Manifest.parse(Files.readAllBytes(folder.resolve(MANIFEST)));
            if (!manifest.format().equals(format)) {
                throw new BackupUnusable(
                        folder + " is of the form " + manifest.format() + ", and " + format + " is needed");
            }
            for (Manifest.TableFile file : manifest.files()) {
                if (!checksums.containsKey(file.file())) {
                    throw new BackupUnusable(CHECKSUMS + " does not name " + file.file());
                }
            }
            return new BackupFolder(folder, manifest, checksums);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> checksums(Path folder) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String line : Files.readString(folder.resolve(CHECKSUMS)).split("\n", -1)) {
            if (line.matches("[0-9a-f]{64}  [A-Za-z0-9_.-]+")) {
                checksums.put(line.substring(DIGITS + 2), line.substring(0, DIGITS));
            } else if (!line.isEmpty()) {
                throw new BackupUnusable(CHECKSUMS + " was changed: no checksum is the line " + line);
            }
        }
        return checksums;
    }

    private static void checkFiles(Path folder, Map<String, String> checksums) throws IOException {
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> Objects.toString(file.getFileName())).forEach(there::add);
        }
        for (Map.Entry<String, String> file : checksums.entrySet()) {
            if (!there.remove(file.getKey())) {
                throw new BackupUnusable(file.getKey() + " is missing");
            }
            if (!digest(folder.resolve(file.getKey())).equals(file.getValue())) {
                throw new BackupUnusable(file.getKey() + " is not what it was when the backup was written: its bytes do"
                        + " not have the checksum in " + CHECKSUMS);
            }
        }
        there.remove(CHECKSUMS);
        if (!there.isEmpty()) {
            throw new BackupUnusable("there are files that do not belong to the backup: " + String.join(", ", there));
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What takes the content of a table, unpacked. */
    interface Reading {
        void read(InputStream content) throws IOException;
    }

    /**
     * Reads a table to its end.
     *
     * @throws BackupUnusable if its file has been changed since it was checked
     */
    void read(Manifest.TableFile file, Reading reading) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(folder.resolve(file.file())), digest);
                InputStream content =
                        new BufferedInputStream(new GZIPInputStream(new BufferedInputStream(raw, BUFFER)), BUFFER)) {
            reading.read(content);
            raw.transferTo(OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(checksums.get(file.file()))) {
            throw new BackupUnusable(file.file() + " was changed while it was read");
        }
    }
}
