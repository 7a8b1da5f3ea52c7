package org.gatebook.benchmarks;

/** Runs the benchmarks named on the command line; none exists yet. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.err.println("There is no benchmark yet.");
        System.exit(1);
    }
}
