package org.gatebook.eventstore.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A backup in the making, under a name of its own beside that of the finished one. What a crash leaves behind has no
 * checksums and another name, so nobody takes it for a backup; the next one to the same name begins with removing it.
 */
final class UnfinishedFolder {

    private static final int BUFFER = 1 << 16;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final Path finished;
    private final Map<String, String> checksums = new TreeMap<>();

    private UnfinishedFolder(Path folder, Path finished) {
        this.folder = folder;
        this.finished = finished;
    }

    /** @throws BackupUnusable if there is something of the finished one's name */
    static UnfinishedFolder of(Path finished) throws IOException {
        Path absolute = finished.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            throw new BackupUnusable(finished + " is there already; a backup is written to a folder of its own");
        }
        Path folder = absolute.resolveSibling(Objects.toString(absolute.getFileName()) + ".unfinished");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        if (!Files.isDirectory(folder)) {
            // People are named in it.
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return new UnfinishedFolder(folder, absolute);
    }

    /** What writes the content of a file. */
    interface Writing<T> {
        T write(OutputStream content) throws IOException;
    }

    /** Adds a file that is packed on its way and lasts when this returns. */
    <T> T addPacked(String name, Writing<T> writing) throws IOException {
        return add(name, raw -> {
            try (OutputStream packed = new FastGzip(raw)) {
                return writing.write(packed);
            }
        });
    }

    private <T> T add(String name, Writing<T> writing) throws IOException {
        MessageDigest digest = BackupFolder.sha256();
        T result;
        try (FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), digest);
            result = writing.write(out);
            out.flush();
            channel.force(true);
        }
        checksums.put(name, HexFormat.of().formatHex(digest.digest()));
        return result;
    }

    /** Adds what the backup is, then its checksums; only then it gets its name. */
    void finish(Manifest manifest) throws IOException {
        add(BackupFolder.MANIFEST, out -> {
            out.write(manifest.json().getBytes(StandardCharsets.UTF_8));
            return manifest;
        });
        StringBuilder lines = new StringBuilder();
        checksums.forEach(
                (name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        add(BackupFolder.CHECKSUMS, out -> {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            return manifest;
        });
        sync(folder);
        Files.move(folder, finished, StandardCopyOption.ATOMIC_MOVE);
        sync(Objects.requireNonNull(finished.getParent()));
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Sealed values do not get smaller, and the rest does quickly: more effort is not worth its time. */
    private static final class FastGzip extends GZIPOutputStream {

        private static final int FASTEST = 1;

        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(FASTEST);
        }

        /** Leaves what is below open, because it is not on the disk yet. */
        @Override
        public void close() throws IOException {
            finish();
            def.end();
        }
    }
}
