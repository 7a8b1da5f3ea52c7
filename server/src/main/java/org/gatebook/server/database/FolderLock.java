package org.gatebook.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes that the operating system releases when its holder dies, however it dies.
 *
 * <p>One file must not be locked twice within one process.
 */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;
    private @Nullable FileLock lock;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock on(Path file) throws IOException {
        return new FolderLock(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Waits until nobody else holds it. */
    FolderLock alone() throws IOException {
        lock = channel.lock();
        return this;
    }

    /** Waits until nobody holds it alone. */
    FolderLock shared() throws IOException {
        lock = channel.lock(0, Long.MAX_VALUE, true);
        return this;
    }

    /** Gives up a shared hold; true if nobody else shares it. Until closed, nobody can then begin to. */
    boolean wasTheLast() throws IOException {
        if (lock != null) {
            lock.release();
        }
        lock = channel.tryLock();
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
