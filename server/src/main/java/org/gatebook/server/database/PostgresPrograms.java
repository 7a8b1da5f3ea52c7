package org.gatebook.server.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.gatebook.server.Build;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked from the class path. Only the archive comes from the embedding library: its own
 * start leaves the server in the terminal's process group, where Ctrl-C would stop the database before the requests
 * under way, switches fsync off and lets everybody in without a password.
 */
final class PostgresPrograms {

    private static final long PATIENCE_SECONDS = 120;

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /**
     * Unpacks them unless they are there.
     *
     * @param parent folder that may hold several versions
     */
    static PostgresPrograms unpack(Path parent) {
        Path home = parent.resolve("programs-" + Build.postgresqlVersion());
        if (!Files.isDirectory(home)) {
            try {
                Files.createDirectories(parent);
                Path unfinished = Files.createTempDirectory(parent, "unpacking");
                extract(unfinished);
                moveUnlessThere(unfinished, home);
            } catch (IOException e) {
                throw new DatabaseUnavailableException("The embedded database cannot be unpacked to " + parent, e);
            }
        }
        return new PostgresPrograms(home);
    }

    /**
     * Runs one of them and waits for its end. Its output goes to a file and not to a pipe: what the program leaves
     * running would keep a pipe open.
     *
     * @throws DatabaseUnavailableException with the end of its output if it fails
     */
    void run(Path output, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and still owns its files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw failed(program, output, "did not end within " + PATIENCE_SECONDS + " seconds");
            }
            if (process.exitValue() != 0) {
                throw failed(program, output, "ended with status " + process.exitValue());
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException("The embedded database cannot run " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for " + program, e);
        }
    }

    private static DatabaseUnavailableException failed(String program, Path output, String how) throws IOException {
        List<String> lines = Files.readAllLines(output);
        String end = String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        String hint = isRoot() && !LinuxUtils.isUnshareAvailable()
                ? " PostgreSQL does not run as root, and this machine allows no user namespaces: "
                        + "run Gatebook as another user, or set GATEBOOK_DATABASE_URL."
                : "";
        return new DatabaseUnavailableException("%s %s.%s%n%s".formatted(program, how, hint, end));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void extract(Path target) throws IOException {
        String architecture = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", architecture);
                TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(entries, path);
                    if (entry.getName().contains("bin/")) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    /** Another process may have been faster; its copy is as good. */
    private static void moveUnlessThere(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
