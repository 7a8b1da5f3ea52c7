package org.gatebook.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatebook.server.settings.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that accepts requests. Closing it lets requests under way end, then closes the database. */
public final class RunningServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final Application application;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();

    private RunningServer(Application application) {
        this.application = application;
    }

    /**
     * Starts everything; when it returns, requests are answered. A signal to the process stops it in good order.
     *
     * @param level from which on messages are logged
     */
    public static RunningServer start(ServerSettings settings, LogLevel level) {
        long began = System.nanoTime();
        Application application = Application.openForRequests(settings, level);
        RunningServer server = new RunningServer(application);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        LOG.info(
                "Ready at {} after {} ms",
                server.baseUrl(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        return server;
    }

    /** Where this machine reaches it. */
    public String baseUrl() {
        int port = application.context() instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
        String host = application.settings().bind();
        return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return application.part(type);
    }

    ConfigurableApplicationContext context() {
        return application.context();
    }

    /** Returns when it was closed, by whomever. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            application.close();
            LOG.info("Stopped");
            stopped.countDown();
        }
    }
}
