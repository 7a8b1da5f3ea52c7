package org.gatebook.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP connection that is kept open, for one thread. It knows just enough HTTP for this server: the generator runs on
 * the cores of the server that it measures, and a client of full capability costs about as much as the request itself.
 */
public final class KeepAliveClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;
    private final byte[] line = new byte[8192];

    /**
     * What is asked.
     *
     * @param path with parameters
     * @param body JSON; empty for none
     * @param expected the status that means success
     */
    public record Request(String method, String path, String body, int expected) {
        public static Request get(String path) {
            return new Request("GET", path, "", 200);
        }

        public static Request post(String path, String json, int expected) {
            return new Request("POST", path, json, expected);
        }
    }

    /**
     * An answer.
     *
     * @param pageGenerated the moment of its page; empty if it has none
     */
    public record Answer(int status, String body, String pageGenerated) {}

    public KeepAliveClient(int port, String token) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
        this.out = socket.getOutputStream();
        this.headers = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\nAuthorization: Token "
                + token + "\r\n";
    }

    /** Sends it and takes the answer; anything but the expected one ends the measurement. */
    public Answer send(Request request) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String about = body.length == 0
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        Answer answer = exchange(request.method() + " " + request.path() + headers + about + request.body());
        if (answer.status() != request.expected()) {
            throw new IllegalStateException(request + " was answered " + answer);
        }
        return answer;
    }

    private Answer exchange(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.UTF_8));
        out.flush();
        int status = Integer.parseInt(readLine().substring(9, 12));
        int length = -1;
        boolean chunked = false;
        String generated = "";
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            } else if (header.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            } else if (header.regionMatches(true, 0, "X-Page-Generated:", 0, 17)) {
                generated = header.substring(17).trim();
            }
        }
        return new Answer(
                status,
                chunked ? chunks() : new String(in.readNBytes(Math.max(length, 0)), StandardCharsets.UTF_8),
                generated);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        while (true) {
            int size = Integer.parseInt(readLine(), 16);
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            readLine();
            if (size == 0) {
                return body.toString();
            }
        }
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            line[length++] = (byte) b;
        }
        return new String(line, 0, length - 1, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
