package org.gatebook.server.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.gatebook.server.database.Database;
import org.gatebook.server.database.DatabaseAddress;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pool of connections as the application. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECT_MILLISECONDS = 5_000;

    @Bean
    HikariDataSource dataSource(Database database, ServerSettings settings) {
        DatabaseAddress application = database.application();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("application");
        pool.setJdbcUrl(application.url());
        pool.setUsername(application.user());
        pool.setPassword(application.password());
        pool.setMaximumPoolSize(settings.database().poolSize());
        pool.setConnectionTimeout(CONNECT_MILLISECONDS);
        pool.addDataSourceProperty("ApplicationName", "gatebook");
        // Few statements, each sent very often: prepared on the server from the second time on.
        pool.addDataSourceProperty("prepareThreshold", "2");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("assumeMinServerVersion", "18");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }
}
