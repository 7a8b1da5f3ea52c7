package org.gatebook.server.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Clients that do the same all the time and remember everything that was acknowledged. */
final class Clients implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Api.Answer> refused = new ArrayList<>();
    private volatile boolean open = true;

    /** One thing that a client does. */
    @FunctionalInterface
    interface Round {

        /**
         * Does it once.
         *
         * @param client counted from 0
         * @param number of the round, counted from 0 for each client
         */
        void play(int client, int number, Book book) throws IOException, InterruptedException;
    }

    /** Where clients write down what they were told. */
    interface Book {

        /** The server said that this was done. */
        void acknowledged(String what);

        /** The server said no, which it never should. */
        void refused(Api.Answer answer);
    }

    /** Starts so many clients; they go on until they are closed or their server is gone. */
    Clients(int count, Round round) {
        Book book = new Book() {
            @Override
            public void acknowledged(String what) {
                acknowledged.add(what);
            }

            @Override
            public void refused(Api.Answer answer) {
                synchronized (refused) {
                    refused.add(answer);
                }
            }
        };
        for (int i = 0; i < count; i++) {
            int client = i;
            threads.add(Thread.ofPlatform().start(() -> play(client, round, book)));
        }
    }

    private void play(int client, Round round, Book book) {
        for (int number = 0; open; number++) {
            try {
                round.play(client, number, book);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    int count() {
        return acknowledged.size();
    }

    /** Waits until so much was acknowledged. */
    void awaitCount(int wanted) throws InterruptedException {
        while (count() < wanted) {
            if (threads.stream().noneMatch(Thread::isAlive)) {
                throw new AssertionError("every client gave up after " + count() + " rounds; refused: " + refused());
            }
            Thread.sleep(10);
        }
    }

    List<Api.Answer> refused() {
        synchronized (refused) {
            return List.copyOf(refused);
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
