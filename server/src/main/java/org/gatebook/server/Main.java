package org.gatebook.server;

import org.gatebook.server.cli.GatebookCommand;

/** The program: {@code gatebook COMMAND}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int status = GatebookCommand.line(System.getenv()).execute(arguments);
        System.exit(status);
    }
}
