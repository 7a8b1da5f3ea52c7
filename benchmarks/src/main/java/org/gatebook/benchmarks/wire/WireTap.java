package org.gatebook.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Stands between a server and its PostgreSQL and notes which transactions it commits, statement by statement. What the
 * server sends is then known, not believed.
 */
public final class WireTap implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<RecordedTransaction> committed = Collections.synchronizedList(new ArrayList<>());

    /** @param target port of the database on this machine */
    public WireTap(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where the server is to look for its database. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The transactions committed since the last call, in order. */
    public List<RecordedTransaction> drain() {
        synchronized (committed) {
            List<RecordedTransaction> drained = List.copyOf(committed);
            committed.clear();
            return drained;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> forward(client, database));
                Thread.ofVirtual().start(() -> copy(database, client));
            }
        } catch (IOException e) {
            // Closed: the measurement is over.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has gone; the other learns it by the close.
        }
    }

    /** Copies the frontend's messages, reading along. */
    private void forward(Socket client, Socket database) {
        Conversation conversation = new Conversation(committed::add);
        try (client;
                database) {
            InputStream raw = new BufferedInputStream(client.getInputStream());
            DataInputStream in = new DataInputStream(raw);
            OutputStream out = new BufferedOutputStream(database.getOutputStream());
            startup(in, out);
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                conversation.message((char) type, body);
                byte[] message = new byte[length + 1];
                message[0] = (byte) type;
                for (int i = 0; i < 4; i++) {
                    message[1 + i] = (byte) (length >>> (24 - 8 * i));
                }
                System.arraycopy(body, 0, message, 5, body.length);
                out.write(message);
                if (raw.available() == 0) {
                    out.flush();
                }
            }
        } catch (EOFException e) {
            // The client has gone.
        } catch (IOException e) {
            // Either side has gone.
        }
    }

    /** The first message has no type; a request for encryption comes before it and is passed on like it. */
    private static void startup(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int length = in.readInt();
            byte[] body = in.readNBytes(length - 4);
            ByteBuffer message = ByteBuffer.allocate(length);
            message.putInt(length).put(body);
            out.write(message.array());
            out.flush();
            int code = ByteBuffer.wrap(body).getInt();
            if (code >>> 16 == 3) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
