package org.gatebook.server.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import org.gatebook.eventstore.config.KeyDatabase;
import org.gatebook.eventstore.config.ReadDatabase;
import org.gatebook.eventstore.database.PendingWritesDataSource;
import org.gatebook.server.database.Database;
import org.gatebook.server.database.DatabaseAddress;
import org.gatebook.server.database.KeyStoreDatabase;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pools of connections. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {

    /** The property that says whether the key store has a database of its own. */
    public static final String KEYS_APART = "gatebook.keys-apart";

    private static final int CONNECT_MILLISECONDS = 5_000;

    /** Keys are fetched for a moment, once for each subject and node. */
    private static final int KEY_CONNECTIONS = 4;

    @Bean(defaultCandidate = false)
    HikariDataSource applicationDataSource(Database database, ServerSettings settings) {
        return pool("application", database.application(), settings.database().poolSize());
    }

    /** What everybody uses who does not say otherwise. */
    @Bean
    PendingWritesDataSource dataSource(@Qualifier("applicationDataSource") HikariDataSource application) {
        return new PendingWritesDataSource(application);
    }

    /** Of units that only read: whoever tries to write there fails. */
    @Bean(defaultCandidate = false)
    HikariDataSource readDataSource(Database database, ServerSettings settings) {
        HikariConfig pool =
                settings("reads", database.application(), settings.database().poolSize());
        pool.setConnectionInitSql("set default_transaction_read_only = on");
        return new HikariDataSource(pool);
    }

    @Bean
    ReadDatabase readDatabase(@Qualifier("readDataSource") HikariDataSource reads) {
        return new ReadDatabase(reads);
    }

    /** When the key store has a database of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(KEYS_APART)
    static class KeysApart {

        /** Whoever asks for a data source and says no more means that of the events. */
        @Bean(defaultCandidate = false)
        HikariDataSource keyDataSource(KeyStoreDatabase keys) {
            return pool("keys", Objects.requireNonNull(keys.own()), KEY_CONNECTIONS);
        }

        @Bean
        KeyDatabase keyDatabase(@Qualifier("keyDataSource") HikariDataSource keys) {
            return new KeyDatabase(keys);
        }
    }

    private static HikariDataSource pool(String name, DatabaseAddress address, int size) {
        return new HikariDataSource(settings(name, address, size));
    }

    private static HikariConfig settings(String name, DatabaseAddress address, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(CONNECT_MILLISECONDS);
        pool.addDataSourceProperty("ApplicationName", "gatebook");
        // Few statements, each sent very often: prepared on the server from the second time on.
        pool.addDataSourceProperty("prepareThreshold", "2");
        pool.addDataSourceProperty("preparedStatementCacheQueries", "1024");
        pool.addDataSourceProperty("preparedStatementCacheSizeMiB", "16");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("assumeMinServerVersion", "18");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
