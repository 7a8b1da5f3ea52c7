package org.gatebook.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run the server's program, as the script {@code gatebook} does.
 *
 * @param from options of the JVM that name the program
 */
public record Program(List<String> from) {

    /** The script's own options, which it hands on in this property. */
    private static final List<String> OPTIONS = Stream.of(
                    System.getProperty("gatebook.java-options", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    /**
     * Of the jar that the build makes, or of the class path in {@code gatebook.classpath}, for who measures while he
     * changes it.
     *
     * @throws IOException if there is no such jar
     */
    public static Program find() throws IOException {
        String classPath = System.getProperty("gatebook.classpath");
        if (classPath != null) {
            return new Program(List.of("-cp", classPath, "org.gatebook.server.Main"));
        }
        Path jar = Path.of(System.getProperty("gatebook.jar", "server/target/gatebook.jar"));
        if (!Files.exists(jar)) {
            throw new IOException("there is no server to measure at " + jar);
        }
        return new Program(List.of("-jar", jar.toString()));
    }

    /** The whole command line. */
    public List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(from);
        command.addAll(List.of(arguments));
        return command;
    }
}
