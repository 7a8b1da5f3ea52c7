package org.gatebook.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's server process over the cluster of one data folder. */
final class Postmaster {

    /** Fixed here and not in the cluster's own files, so that a new version of Gatebook brings its choice along. */
    private static final List<String> CONFIGURATION = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "jit=off",
            "timezone=UTC",
            "logging_collector=on",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_checkpoints=off");

    private final PostgresPrograms programs;
    private final Path data;
    private final Path cluster;
    private final Path output;

    /** @param data folder that holds the cluster in {@code postgresql/cluster} */
    Postmaster(PostgresPrograms programs, Path data) {
        this.programs = programs;
        this.data = data;
        this.cluster = data.resolve("postgresql").resolve("cluster");
        this.output = data.resolve("postgresql").resolve("output.log");
    }

    boolean clusterExists() {
        return Files.exists(cluster);
    }

    /** Makes an empty cluster that lets nobody in without a password; whole or not at all. */
    void createCluster(String superuserPassword) throws IOException {
        Path unfinished = data.resolve("postgresql").resolve("cluster.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Path passwordFile =
                DatabaseFolder.createPrivate(data.resolve("postgresql").resolve("password"));
        try {
            Files.writeString(passwordFile, superuserPassword);
            programs.run(
                    output,
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=postgres",
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF-8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Whether a server runs over this cluster, be it that it outlived the process that started it. A process id that was
     * given to some other program meanwhile (after a restart of the machine or the container) does not count; the file
     * that names it is removed, because PostgreSQL would take it for a running server.
     */
    boolean isRunning() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        long pid;
        try (Stream<String> lines = Files.lines(file)) {
            pid = Long.parseLong(lines.findFirst().orElse("").strip());
        } catch (NumberFormatException e) {
            return false;
        }
        boolean running = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.endsWith("/postgres"))
                        .orElse(true))
                .isPresent();
        if (!running) {
            Files.deleteIfExists(file);
        }
        return running;
    }

    /** Starts it in a session of its own (so that Ctrl-C does not reach it) and waits until it answers. */
    void start(int port) {
        String options = Stream.concat(Stream.of("port=" + port), CONFIGURATION.stream())
                .map(setting -> "-c " + setting)
                .collect(Collectors.joining(" "));
        programs.run(
                output,
                "pg_ctl",
                List.of("start", "--wait", "--timeout=110", "--pgdata=" + cluster, "--options=" + options));
    }

    /** Ends its sessions, writes everything out and stops it. */
    void stop() {
        programs.run(
                output, "pg_ctl", List.of("stop", "--wait", "--timeout=110", "--mode=fast", "--pgdata=" + cluster));
    }
}
