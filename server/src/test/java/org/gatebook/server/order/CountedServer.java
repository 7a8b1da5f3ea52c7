package org.gatebook.server.order;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aopalliance.intercept.MethodInterceptor;
import org.gatebook.eventstore.test.CountingDataSource;
import org.gatebook.server.RunningServer;
import org.gatebook.server.settings.ServerSettings;
import org.gatebook.server.system.Api;
import org.gatebook.server.system.Node;
import org.slf4j.MDC;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole server in this process that tells which statements its requests send; those of its background jobs are not
 * counted. One request at a time, or nobody knows whose they are.
 */
final class CountedServer implements AutoCloseable {

    private final List<CountingDataSource> pools = new CopyOnWriteArrayList<>();
    private final RunningServer server;

    /** What is sent. */
    @FunctionalInterface
    interface Request {
        Api.Answer send(Api api) throws IOException, InterruptedException;
    }

    /** What came back, and the statements that it took. */
    record Cost(Api.Answer answer, List<String> statements) {}

    private CountedServer(ServerSettings settings) {
        this.server = SpringApplication.withHook(
                application -> new SpringApplicationRunListener() {
                    @Override
                    public void contextPrepared(ConfigurableApplicationContext context) {
                        context.getBeanFactory().addBeanPostProcessor(new CountedPools());
                    }
                },
                () -> RunningServer.start(settings, LogLevel.WARN));
    }

    static CountedServer start(Path data) throws IOException {
        Path provisioning = Files.writeString(data.resolve("provision.json"), Node.PROVISIONING);
        return new CountedServer(ServerSettings.read(
                Map.of(
                        "GATEBOOK_PORT",
                        "0",
                        "GATEBOOK_DATA",
                        data.resolve("data").toString(),
                        "GATEBOOK_PROVISION",
                        provisioning.toString(),
                        "GATEBOOK_LOG",
                        "plain",
                        "GATEBOOK_DATABASE_BINARIES",
                        Path.of("target/postgresql").toAbsolutePath().toString()),
                Map.of()));
    }

    Api api() {
        return new Api(URI.create(server.baseUrl()).getPort());
    }

    Cost cost(Request request) throws IOException, InterruptedException {
        pools.forEach(CountingDataSource::reset);
        Api.Answer answer = request.send(api());
        List<String> statements = new ArrayList<>();
        pools.forEach(pool -> statements.addAll(pool.statements()));
        return new Cost(answer, statements);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Lets the connections of requests through a count. */
    private final class CountedPools implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof HikariDataSource pool)) {
                return bean;
            }
            CountingDataSource counting = new CountingDataSource(pool);
            pools.add(counting);
            ProxyFactory counted = new ProxyFactory(pool);
            counted.setProxyTargetClass(true);
            counted.addAdvice((MethodInterceptor)
                    call -> call.getMethod().getName().equals("getConnection") && MDC.get("request") != null
                            ? counting.getConnection()
                            : call.proceed());
            return counted.getProxy();
        }
    }
}
