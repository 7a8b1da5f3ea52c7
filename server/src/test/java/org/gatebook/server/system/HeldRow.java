package org.gatebook.server.system;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Somebody who locks a row of the database now and then, for a second at most, so that whoever writes it is held up
 * between its stamp and its commit.
 */
public final class HeldRow implements AutoCloseable {

    private static final int LONGEST = 1_200;
    private static final int LONGEST_BREAK = 300;

    private final Thread holder;
    private volatile boolean open = true;

    /**
     * Begins.
     *
     * @param data the folder of the node
     * @param lock a statement that locks the row of this key
     */
    public HeldRow(Path data, String lock, Object key) {
        this.holder = Thread.ofPlatform().start(() -> hold(data, lock, key));
    }

    private void hold(Path data, String lock, Object key) {
        try (Connection connection = Node.connect(data)) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(lock)) {
                statement.setObject(1, key);
                while (open) {
                    statement.executeQuery().close();
                    Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST));
                    connection.commit();
                    Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_BREAK));
                }
            }
        } catch (IOException | SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        holder.join();
    }
}
