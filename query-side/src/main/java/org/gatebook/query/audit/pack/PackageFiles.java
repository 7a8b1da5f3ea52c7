package org.gatebook.query.audit.pack;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Writes the files of a package and remembers the checksum of each. */
final class PackageFiles {

    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final List<WrittenFile> written = new ArrayList<>();

    PackageFiles(Path root) {
        this.root = root;
    }

    /** A new file; it is complete when it is closed. */
    OutputStream file(String path) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return new BufferedOutputStream(
                    new Counted(path, new DigestOutputStream(Files.newOutputStream(file), sha256())), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** A new file of text. */
    Writer text(String path) {
        return new OutputStreamWriter(file(path), StandardCharsets.UTF_8);
    }

    /** A whole file. */
    void add(String path, byte[] content) {
        try (OutputStream out = file(path)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /** A whole file of text. */
    void add(String path, String content) {
        add(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole file that comes with the program. */
    void addResource(String path, String resource) {
        try (var in = Objects.requireNonNull(
                PackageFiles.class.getResourceAsStream("/org/gatebook/query/audit/" + resource), resource)) {
            add(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is complete. */
    List<WrittenFile> written() {
        return List.copyOf(written);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Counted extends FilterOutputStream {
        private final String path;
        private final MessageDigest digest;
        private long bytes;
        private boolean closed;

        private Counted(String path, DigestOutputStream out) {
            super(out);
            this.path = path;
            this.digest = out.getMessageDigest();
        }

        @Override
        public void write(byte[] chunk, int offset, int length) throws IOException {
            out.write(chunk, offset, length);
            bytes += length;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!closed) {
                closed = true;
                written.add(new WrittenFile(path, bytes, HexFormat.of().formatHex(digest.digest())));
            }
        }
    }
}
