package org.gatebook.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Every setting there is. The guide's table is generated from it, the command line takes its options from it, and a
 * variable {@code GATEBOOK_...} that is not in it stops the start.
 */
public final class SettingsTable {

    static final Setting<Integer> PORT = Setting.of(
                    "GATEBOOK_PORT",
                    SettingKind.wholeNumber(0, 65_535),
                    "8080",
                    "Port of the API. 0 takes a free one, which the log names.")
            .option("--port");

    static final Setting<String> BIND = Setting.of(
                    "GATEBOOK_BIND",
                    SettingKind.text(),
                    "127.0.0.1",
                    "Address to listen on. `0.0.0.0` opens the server to the network.")
            .option("--bind");

    static final Setting<Path> DATA = Setting.of(
                    "GATEBOOK_DATA",
                    SettingKind.path(),
                    "data",
                    "Folder of the embedded database, its passwords and the master key. Not used with an external"
                            + " database.")
            .option("--data");

    static final Setting<Path> PROVISION = Setting.of(
                    "GATEBOOK_PROVISION",
                    SettingKind.path(),
                    null,
                    "File with organizers, settings, teams and tokens to create or bring up to date at start.")
            .option("--provision");

    static final Setting<String> DATABASE_URL = Setting.secret(
            "GATEBOOK_DATABASE_URL",
            SettingKind.text(),
            "External database, as the application role: `postgresql://user:password@host:port/name`. "
                    + "Without it an embedded PostgreSQL is started.");

    static final Setting<String> MIGRATION_URL = Setting.secret(
            "GATEBOOK_MIGRATION_URL",
            SettingKind.text(),
            "The same database as the owner of the schemas, who migrates them. Needed with `GATEBOOK_DATABASE_URL`.");

    static final Setting<String> KEYS_URL = Setting.secret(
            "GATEBOOK_KEYS_URL",
            SettingKind.text(),
            "Database of the key store, as the role that works with it; its backups are then apart from those of the "
                    + "events. Without it the keys lie beside the events.");

    static final Setting<String> KEYS_MIGRATION_URL = Setting.secret(
            "GATEBOOK_KEYS_MIGRATION_URL",
            SettingKind.text(),
            "The same database as the owner of the key store's schema. Needed with `GATEBOOK_KEYS_URL`.");

    static final Setting<Boolean> ALLOW_SINGLE_ROLE = Setting.of(
                    "GATEBOOK_ALLOW_SINGLE_ROLE",
                    SettingKind.yesOrNo(),
                    "false",
                    "Start although the application role could change or delete events. Health shows it.")
            .option("--allow-single-role");

    static final Setting<Path> DATABASE_BINARIES = Setting.of(
            "GATEBOOK_DATABASE_BINARIES",
            SettingKind.path(),
            null,
            "Folder where the programs of the embedded database are unpacked; by default below the data folder.");

    static final Setting<Integer> POOL_SIZE = Setting.of(
            "GATEBOOK_POOL_SIZE",
            SettingKind.wholeNumber(2, 64),
            "12",
            "Database connections of this node. 8 to 16 is best; more is slower.");

    static final Setting<String> MASTER_KEY = Setting.secret(
            "GATEBOOK_MASTER_KEY",
            SettingKind.text(),
            "32 random bytes in Base64 that wrap the keys of sealed values. With the embedded database it may be "
                    + "left out and is then generated into the data folder. Losing it loses every sealed value.");

    /** Form of the log. */
    public static final Setting<Log> LOG = Setting.of(
                    "GATEBOOK_LOG",
                    SettingKind.oneOf(Log.class),
                    "json",
                    "Form of the log on standard output: one JSON object a line, or plain lines for people.")
            .option("--log");

    static final Setting<Duration> SHUTDOWN_GRACE = Setting.of(
            "GATEBOOK_SHUTDOWN_GRACE",
            SettingKind.seconds(),
            "20s",
            "How long requests under way may take to end when the server stops.");

    static final Setting<Boolean> PAST = Setting.of(
            "GATEBOOK_PAST",
            SettingKind.yesOrNo(),
            "true",
            "Whether every version of orders, gift cards, media and invoices is kept, for questions with `as_of`. It"
                    + " costs space and some of the machine's time; switched on again it catches up from where it was"
                    + " switched off.");

    static final Setting<Path> EVIDENCE = Setting.of(
                    "GATEBOOK_EVIDENCE",
                    SettingKind.path(),
                    null,
                    "Folder for signed checkpoints and hashes of the events, the same for all nodes. It may be"
                            + " write-once storage, and is best out of reach of who administers the database. With the"
                            + " embedded database `evidence` below the data folder; with an external one there is none"
                            + " until it is set.")
            .option("--evidence");

    static final Setting<String> CHECKPOINT_KEY = Setting.secret(
            "GATEBOOK_CHECKPOINT_KEY",
            SettingKind.text(),
            "Private key that signs checkpoints, as `admin checkpoint new-key` prints it. With the embedded database it"
                    + " may be left out and is then generated into the data folder.");

    static final Setting<List<String>> CHECKPOINT_PUBLIC_KEYS = Setting.of(
                    "GATEBOOK_CHECKPOINT_PUBLIC_KEYS",
                    SettingKind.list(),
                    null,
                    "Public keys whose checkpoints count, for example an auditor's own copy, or the old and the new one"
                            + " after a change of keys. By default that of the private key.")
            .option("--checkpoint-public-keys");

    static final Setting<Integer> CONCURRENCY = Setting.of(
            "GATEBOOK_CONCURRENCY",
            SettingKind.wholeNumber(1, 1_000),
            "16",
            "Requests at work at once; more wait for their turn. About the number of database connections.");

    static final Setting<Duration> PATIENCE = Setting.of(
            "GATEBOOK_PATIENCE",
            SettingKind.seconds(),
            "5s",
            "How long a request waits for its turn before it is answered 503.");

    static final Setting<List<String>> TRUSTED_PROXIES = Setting.of(
            "GATEBOOK_TRUSTED_PROXIES",
            SettingKind.list(),
            null,
            "Addresses or networks (CIDR) of proxies whose `X-Forwarded-*` headers count.");

    static final Setting<String> PUBLIC_URL = Setting.of(
            "GATEBOOK_PUBLIC_URL",
            SettingKind.text(),
            null,
            "Scheme, host and port of all links; without it the address that the client used.");

    static final Setting<SmtpAddress> SMTP_URL = Setting.secret(
            "GATEBOOK_SMTP_URL",
            SettingKind.parsed("`smtp://[user:password@]host[:port]` or `smtps://…`", SmtpAddress::of),
            "Server that mail leaves by. `smtps` is encrypted from the start; `smtp` as soon as the server offers it,"
                    + " and a password is never sent before. Without it mail stays in the outbox.");

    static final Setting<String> MAIL_FROM = Setting.of(
            "GATEBOOK_MAIL_FROM",
            SettingKind.parsed("e-mail address", SettingsTable::emailAddress),
            "gatebook@localhost",
            "Address that mail comes from, which the server above must let us use. Events add their name to it.");

    static final Setting<Integer> MAX_BODY = Setting.of(
            "GATEBOOK_MAX_BODY_MB",
            SettingKind.wholeNumber(1, 1_000),
            "10",
            "Largest body of a request, in megabytes; more is answered 413.");

    static final Setting<Boolean> ACCESS_LOG = Setting.of(
            "GATEBOOK_ACCESS_LOG",
            SettingKind.yesOrNo(),
            "false",
            "Log one line per request: method, route, status and time, never the path with its values.");

    static final Setting<Optional<LocalTime>> REPLAY_AT = Setting.of(
            "GATEBOOK_REPLAY_AT",
            SettingKind.timeOrOff(),
            "03:00",
            "When, in UTC, one of the nodes folds all events anew and compares what comes out with the read models;"
                    + " `off` for never on this node. Health shows what was found.");

    static final Setting<Integer> REPLAY_PACE = Setting.of(
            "GATEBOOK_REPLAY_PACE",
            SettingKind.wholeNumber(1, 100),
            "25",
            "How much of its time, in percent, that replay works; the rest is left to whoever sells meanwhile.");

    static final Setting<Integer> INVOICE_RETENTION = Setting.of(
            "GATEBOOK_INVOICE_RETENTION_YEARS",
            SettingKind.wholeNumber(0, 100),
            "10",
            "For how many years from an invoice's date its recipient is kept when a buyer is erased. Where the law"
                    + " counts from the end of the year, set one more.");

    static final Setting<Integer> KEEP_CARTS = Setting.of(
            "GATEBOOK_KEEP_CARTS_DAYS",
            SettingKind.wholeNumber(0, 3_650),
            "14",
            "Days for which carts that nobody bought stay after they have expired.");

    static final Setting<Integer> KEEP_MAIL = Setting.of(
            "GATEBOOK_KEEP_MAIL_DAYS",
            SettingKind.wholeNumber(1, 36_500),
            "365",
            "Days for which the outbox shows mails that were sent or given up.");

    /** All of them, in the order of the guide. */
    public static final List<Setting<?>> ALL = List.of(
            PORT,
            BIND,
            DATA,
            PROVISION,
            DATABASE_URL,
            MIGRATION_URL,
            KEYS_URL,
            KEYS_MIGRATION_URL,
            ALLOW_SINGLE_ROLE,
            DATABASE_BINARIES,
            POOL_SIZE,
            MASTER_KEY,
            EVIDENCE,
            CHECKPOINT_KEY,
            CHECKPOINT_PUBLIC_KEYS,
            CONCURRENCY,
            PATIENCE,
            TRUSTED_PROXIES,
            PUBLIC_URL,
            MAX_BODY,
            SMTP_URL,
            MAIL_FROM,
            REPLAY_AT,
            REPLAY_PACE,
            KEEP_CARTS,
            KEEP_MAIL,
            LOG,
            ACCESS_LOG,
            SHUTDOWN_GRACE,
            PAST,
            INVOICE_RETENTION);

    /** Form of the log. */
    public enum Log {
        JSON,
        PLAIN
    }

    private static String emailAddress(String text) {
        if (text.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            return text;
        }
        throw new IllegalArgumentException("is no e-mail address");
    }

    private SettingsTable() {}
}
