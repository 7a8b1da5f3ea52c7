package org.gatebook.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.gatebook.server.settings.SettingsTable.Log;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this process, read once.
 *
 * @param port of the API; 0 for a free one
 * @param bind address to listen on
 * @param data folder of the embedded database, absolute
 * @param provision file to provision from; null for none
 * @param database which database, with its credentials
 * @param keys where the key store is
 * @param evidence where evidence of the log is kept
 * @param http how requests are served
 * @param mail how mail leaves
 * @param replay when all events are folded anew
 * @param masterKey Base64; null when it is to be generated or read below the data folder
 * @param log form of the log
 * @param shutdownGrace how long a stop waits for requests under way
 * @param past whether the past is kept
 * @param invoiceRetention years for which the recipients of invoices are kept
 * @param kept for how long what is deleted by itself stays
 */
public record ServerSettings(
        int port,
        String bind,
        Path data,
        @Nullable Path provision,
        Database database,
        Keys keys,
        Evidence evidence,
        Http http,
        Mail mail,
        Replay replay,
        @Nullable String masterKey,
        Log log,
        Duration shutdownGrace,
        boolean past,
        int invoiceRetention,
        Kept kept) {

    /**
     * @param url external database as application; null for the embedded one
     * @param migrationUrl the same as owner; present exactly when the other one is
     * @param allowSingleRole start although the application could rewrite events
     * @param binaries folder of the embedded database's programs, absolute
     * @param poolSize connections of this node
     */
    public record Database(
            @Nullable String url, @Nullable String migrationUrl, boolean allowSingleRole, Path binaries, int poolSize) {

        @Override
        public String toString() {
            return url == null ? "embedded" : "external";
        }
    }

    /**
     * The key store's own database; both are there or neither.
     *
     * @param url as the role that works with it; null for the events' database
     * @param migrationUrl the same as owner
     */
    public record Keys(@Nullable String url, @Nullable String migrationUrl) {

        @Override
        public String toString() {
            return url == null ? "beside the events" : "apart";
        }
    }

    /**
     * Evidence of the log.
     *
     * @param folder of it, absolute; null for none
     * @param key that signs, as one line; null when it is to be generated or read below the data folder
     * @param publicKeys that count, as lines; empty for the key's own
     */
    public record Evidence(@Nullable Path folder, @Nullable String key, List<String> publicKeys) {

        public Evidence {
            publicKeys = List.copyOf(publicKeys);
        }

        @Override
        public String toString() {
            return folder == null ? "none" : folder.toString();
        }
    }

    /**
     * How requests are served.
     *
     * @param concurrency requests at work at once
     * @param patience how long one waits for its turn
     * @param trustedProxies whose forwarding headers count
     * @param publicUrl start of all links; null: the client's address
     * @param maxBodyMegabytes largest body
     * @param accessLog a line per request
     */
    public record Http(
            int concurrency,
            Duration patience,
            List<String> trustedProxies,
            @Nullable String publicUrl,
            int maxBodyMegabytes,
            boolean accessLog) {}

    /**
     * How mail leaves.
     *
     * @param server null to leave it in the outbox
     * @param from the address that it comes from
     */
    public record Mail(@Nullable SmtpAddress server, String from) {}

    /**
     * The nightly replay.
     *
     * @param at in UTC; null for never on this node
     * @param pace how much of its time it works, in percent
     */
    public record Replay(@Nullable LocalTime at, int pace) {}

    /**
     * For how long things stay that are deleted by themselves.
     *
     * @param carts that nobody bought, from when they expired
     * @param mail from when it was sent or given up
     */
    public record Kept(Duration carts, Duration mail) {}

    /**
     * Reads all settings.
     *
     * @param environment of the process; only names beginning with {@code GATEBOOK_} are looked at
     * @param options texts given on the command line, by the setting's name; they win
     * @throws SettingsException naming every unknown name and every text that cannot be read
     */
    public static ServerSettings read(Map<String, String> environment, Map<String, String> options) {
        SettingTexts texts = SettingTexts.of(environment, options);
        Path data = texts.required(SettingsTable.DATA).toAbsolutePath().normalize();
        Path binaries = texts.optional(SettingsTable.DATABASE_BINARIES);
        ServerSettings settings = new ServerSettings(
                texts.required(SettingsTable.PORT),
                texts.required(SettingsTable.BIND),
                data,
                texts.optional(SettingsTable.PROVISION),
                new Database(
                        texts.optional(SettingsTable.DATABASE_URL),
                        texts.optional(SettingsTable.MIGRATION_URL),
                        texts.required(SettingsTable.ALLOW_SINGLE_ROLE),
                        binaries == null ? data.resolve("postgresql") : binaries.toAbsolutePath(),
                        texts.required(SettingsTable.POOL_SIZE)),
                new Keys(texts.optional(SettingsTable.KEYS_URL), texts.optional(SettingsTable.KEYS_MIGRATION_URL)),
                evidence(texts, data),
                http(texts),
                new Mail(texts.optional(SettingsTable.SMTP_URL), texts.required(SettingsTable.MAIL_FROM)),
                new Replay(
                        texts.required(SettingsTable.REPLAY_AT).orElse(null),
                        texts.required(SettingsTable.REPLAY_PACE)),
                texts.optional(SettingsTable.MASTER_KEY),
                texts.required(SettingsTable.LOG),
                texts.required(SettingsTable.SHUTDOWN_GRACE),
                texts.required(SettingsTable.PAST),
                texts.required(SettingsTable.INVOICE_RETENTION),
                new Kept(
                        Duration.ofDays(texts.required(SettingsTable.KEEP_CARTS)),
                        Duration.ofDays(texts.required(SettingsTable.KEEP_MAIL))));
        settings.refuseHalfADatabase();
        return settings;
    }

    private static Evidence evidence(SettingTexts texts, Path data) {
        Path folder = texts.optional(SettingsTable.EVIDENCE);
        List<String> keys = texts.optional(SettingsTable.CHECKPOINT_PUBLIC_KEYS);
        if (folder == null && texts.optional(SettingsTable.DATABASE_URL) == null) {
            folder = data.resolve("evidence");
        }
        return new Evidence(
                folder == null ? null : folder.toAbsolutePath().normalize(),
                texts.optional(SettingsTable.CHECKPOINT_KEY),
                keys == null ? List.of() : keys);
    }

    private static Http http(SettingTexts texts) {
        List<String> proxies = texts.optional(SettingsTable.TRUSTED_PROXIES);
        return new Http(
                texts.required(SettingsTable.CONCURRENCY),
                texts.required(SettingsTable.PATIENCE),
                proxies == null ? List.of() : proxies,
                texts.optional(SettingsTable.PUBLIC_URL),
                texts.required(SettingsTable.MAX_BODY),
                texts.required(SettingsTable.ACCESS_LOG));
    }

    private void refuseHalfADatabase() {
        refuseOneOf(SettingsTable.DATABASE_URL, database.url(), SettingsTable.MIGRATION_URL, database.migrationUrl());
        refuseOneOf(SettingsTable.KEYS_URL, keys.url(), SettingsTable.KEYS_MIGRATION_URL, keys.migrationUrl());
        if (database.url() != null && masterKey == null) {
            throw new SettingsException(
                    "%s is needed with an external database: a key kept on one node's disk would be lost with it, and every sealed value with the key."
                            .formatted(SettingsTable.MASTER_KEY.name()));
        }
    }

    private static void refuseOneOf(
            Setting<String> first, @Nullable String one, Setting<String> second, @Nullable String other) {
        if ((one == null) != (other == null)) {
            throw new SettingsException("%s and %s are needed together.".formatted(first.name(), second.name()));
        }
    }

    /** Whether there is a folder for checkpoints and a key to sign them with. */
    public boolean writesCheckpoints() {
        return evidence.folder() != null && (evidence.key() != null || database.url() == null);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ServerSettings[port=%d, bind=%s, data=%s, database=%s, keys=%s]"
                .formatted(port, bind, data, database, keys);
    }
}
