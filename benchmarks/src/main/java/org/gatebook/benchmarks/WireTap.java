package org.gatebook.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a server and its PostgreSQL and notes which statements are executed, in which round trips. What the
 * server sends is then known, not believed.
 */
final class WireTap implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final List<String> roundTrips = Collections.synchronizedList(new ArrayList<>());

    WireTap(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The statements since the last call, one entry a round trip; begin and commit are left out. */
    List<String> drain() {
        synchronized (roundTrips) {
            List<String> drained = List.copyOf(roundTrips);
            roundTrips.clear();
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
        Map<String, String> prepared = new ConcurrentHashMap<>();
        Map<String, String> portals = new ConcurrentHashMap<>();
        List<String> trip = new ArrayList<>();
        try (client;
                database) {
            InputStream raw = new BufferedInputStream(client.getInputStream());
            DataInputStream in = new DataInputStream(raw);
            OutputStream out = database.getOutputStream();
            startup(in, out);
            while (true) {
                int type = in.read();
                if (type < 0) {
                    return;
                }
                int length = in.readInt();
                byte[] body = in.readNBytes(length - 4);
                note((char) type, body, prepared, portals, trip);
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

    private void note(
            char type, byte[] body, Map<String, String> prepared, Map<String, String> portals, List<String> trip) {
        switch (type) {
            case 'P' -> prepared.put(text(body, 0), text(body, text(body, 0).length() + 1));
            case 'B' -> {
                String portal = text(body, 0);
                portals.put(portal, prepared.getOrDefault(text(body, portal.length() + 1), "?"));
            }
            case 'E' -> trip.add(portals.getOrDefault(text(body, 0), "?"));
            case 'Q' -> {
                trip.add(text(body, 0));
                end(trip);
            }
            case 'S' -> end(trip);
            default -> {
                // Describe, close, flush, password: nothing is executed.
            }
        }
    }

    private void end(List<String> trip) {
        List<String> statements = trip.stream()
                .map(String::strip)
                .filter(s -> !s.matches("(?is)(begin|commit|rollback).*"))
                .map(s -> s.replaceAll("\\s+", " "))
                .distinct()
                .toList();
        if (!statements.isEmpty()) {
            roundTrips.add(String.join(" ; ", statements));
        }
        trip.clear();
    }

    private static String text(byte[] body, int from) {
        int end = from;
        while (body[end] != 0) {
            end++;
        }
        return new String(body, from, end - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
