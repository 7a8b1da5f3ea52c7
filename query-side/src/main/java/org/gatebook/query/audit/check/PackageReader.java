package org.gatebook.query.audit.check;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a package, in a folder or in one file. */
final class PackageReader implements AutoCloseable {

    private final @Nullable FileSystem zip;
    private final Path root;

    PackageReader(Path location) throws IOException {
        if (Files.isDirectory(location)) {
            zip = null;
            root = location;
        } else {
            FileSystem opened = FileSystems.newFileSystem(location, Map.of());
            zip = opened;
            root = opened.getPath("/");
        }
    }

    SortedSet<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            SortedSet<String> paths = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> paths.add(root.relativize(file).toString().replace('\\', '/')));
            return paths;
        }
    }

    boolean has(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    InputStream bytes(String path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(root.resolve(path)), 1 << 16);
    }

    BufferedReader lines(String path) throws IOException {
        return Files.newBufferedReader(root.resolve(path), StandardCharsets.UTF_8);
    }

    String text(String path) throws IOException {
        return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) throws IOException {
        return JsonMapper.shared().readTree(text(path));
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
