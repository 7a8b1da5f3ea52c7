package org.gatebook.server;

import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, on 8080 or at {@code --port}. */
@SpringBootApplication
public class Main {

    public static void main(String[] args) {
        var arguments = List.of(args);
        int port = arguments.indexOf("--port") + 1;
        var application = new SpringApplication(Main.class);
        if (port > 0 && port < arguments.size()) {
            application.setDefaultProperties(Map.of("server.port", arguments.get(port)));
        }
        application.run(args);
    }
}
