package org.gatebook.eventstore.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.Tile;
import org.gatebook.eventstore.note.LogBranch;

/**
 * The files of the tree, as C2SP tlog-tiles lays them out, with two additions: the keys of each leaf's event, and every
 * checkpoint under a name of its own instead of the newest one under a name that is overwritten. A file is written once,
 * so that the storage may forbid more.
 */
final class EvidenceFolder {

    private static final String CHECKPOINTS = "checkpoints";
    private static final String KEYS = "tile/keys";

    private static final String BRANCH = "restored-";

    private final Path root;
    private final int branch;

    private EvidenceFolder(Path root, int branch) {
        this.root = root;
        this.branch = branch;
    }

    /**
     * A branch of the evidence. That which was there first lies in the folder itself; each later one in a folder of its own
     * below it, so that nothing is ever moved.
     */
    static EvidenceFolder of(Path folder, int branch) {
        return new EvidenceFolder(branch == 0 ? folder : folder.resolve(BRANCH + branch), branch);
    }

    /** The newest branch that has a checkpoint of its own. */
    static int newestBranch(Path folder) {
        int newest = 0;
        for (int branch = 1; Files.isDirectory(folder.resolve(BRANCH + branch)); branch++) {
            EvidenceFolder one = of(folder, branch);
            long[] sizes = one.checkpoints();
            String last = sizes.length == 0
                    ? ""
                    : one.checkpoint(sizes[sizes.length - 1]).orElse("");
            if (LogBranch.number(last.lines().findFirst().orElse("")) == branch) {
                newest = branch;
            }
        }
        return newest;
    }

    /** Which branch this is; 0 for the first one. */
    int branch() {
        return branch;
    }

    /** The size of the newest checkpoint; 0 if there is none. */
    long size() {
        long[] sizes = checkpoints();
        return sizes.length == 0 ? 0 : sizes[sizes.length - 1];
    }

    /** A file of it as messages name it: below the evidence folder. */
    String named(String path) {
        return branch == 0 ? path : BRANCH + branch + "/" + path;
    }

    /** A file is missing or is not what it must be. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    // -- reading --

    /** Sizes of all checkpoints, growing; a file that is named like none is left out. */
    long[] checkpoints() {
        Path folder = root.resolve(CHECKPOINTS);
        if (!Files.isDirectory(folder)) {
            return new long[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> name.matches("[0-9]{12,18}"))
                    .mapToLong(Long::parseLong)
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A checkpoint as it was written; empty if there is none of this size. */
    Optional<String> checkpoint(long size) {
        return read(checkpointPath(size)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** @throws Broken if it is not there or not whole */
    byte[] tile(Tile tile) {
        byte[] hashes = read(tile.path()).orElseThrow(() -> new Broken(tile.path() + " is missing"));
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new Broken(tile.path() + " has " + hashes.length + " bytes");
        }
        return hashes;
    }

    /**
     * The keys of the leaves of a tile.
     *
     * @throws Broken if they are not there or not whole
     */
    List<RecordedKeys> keys(Tile tile) {
        String path = tile.path(KEYS);
        byte[] lines = read(path).orElseThrow(() -> new Broken(path + " is missing"));
        try {
            List<RecordedKeys> keys = new String(lines, StandardCharsets.UTF_8)
                    .lines()
                    .map(RecordedKeys::parse)
                    .toList();
            if (keys.size() == tile.width()) {
                return keys;
            }
        } catch (IllegalArgumentException e) {
            throw new Broken(path + " has " + e.getMessage());
        }
        throw new Broken(path + " is not whole");
    }

    private Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // -- writing --

    void addTile(Tile tile, byte[] hashes) {
        add(tile.path(), hashes);
    }

    void addKeys(Tile tile, String lines) {
        add(tile.path(KEYS), lines.getBytes(StandardCharsets.UTF_8));
    }

    void addCheckpoint(long size, String note) {
        add(checkpointPath(size), note.getBytes(StandardCharsets.UTF_8));
    }

    static String checkpointPath(long size) {
        return CHECKPOINTS + "/" + String.format(Locale.ROOT, "%012d", size);
    }

    /**
     * Writes a file that lasts when this returns. What a crash left unfinished is finished: its bytes are the first ones of
     * what is written now, because all of it follows from the log alone.
     *
     * @throws Broken if there is another file of this name
     */
    private void add(String path, byte[] content) {
        Path file = root.resolve(path);
        Path folder = Objects.requireNonNull(file.getParent());
        try {
            boolean newFolder = !Files.isDirectory(folder);
            Files.createDirectories(folder);
            try {
                write(file, content, 0, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                finish(file, path, content);
            }
            for (Path above = folder; above.startsWith(root); above = Objects.requireNonNull(above.getParent())) {
                sync(above);
                if (!newFolder) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void finish(Path file, String path, byte[] content) throws IOException {
        byte[] there = Files.readAllBytes(file);
        if (Arrays.equals(there, content)) {
            return;
        }
        if (there.length > content.length || !Arrays.equals(there, Arrays.copyOf(content, there.length))) {
            throw new Broken(path + " is there already and holds something else; it is left as it is");
        }
        write(file, content, there.length, StandardOpenOption.APPEND);
    }

    private static void write(Path file, byte[] content, int from, OpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, how)) {
            ByteBuffer rest = ByteBuffer.wrap(content, from, content.length - from);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
