package org.gatebook.server.erasure;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gatebook.server.system.Node;
import org.postgresql.PGConnection;

/** Looks for values in a copy of every table that the application can read, as text and as bytes. */
final class PlainText {

    private PlainText() {}

    /** Where any of the values is found, as {@code schema.table: value}. */
    static List<String> in(Path data, Collection<String> values) throws IOException, SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Node.connect(data)) {
            for (String table : tables(connection)) {
                StringWriter copy = new StringWriter();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", copy);
                found.addAll(in(table, copy.toString(), values));
            }
        }
        return found;
    }

    /** The same when the past has followed: what it has in memory it may write before it meets the erasure. */
    static List<String> leftIn(Path data, Collection<String> values) throws IOException, SQLException {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> found = in(data, values);
        while (found.stream().anyMatch(place -> place.startsWith("past_")) && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            found = in(data, values);
        }
        return found;
    }

    /** Where any of the values is found in the files of a backup. */
    static List<String> inBackup(Path folder, Collection<String> values) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream raw = Files.newInputStream(file);
                        InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
                    String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    found.addAll(in(folder.relativize(file).toString(), text, values));
                }
            }
        }
        return found;
    }

    /** Which of the values a text holds. */
    static List<String> in(String where, String text, Collection<String> values) {
        String lower = text.toLowerCase(Locale.ROOT);
        return values.stream()
                .filter(value -> lower.contains(value.toLowerCase(Locale.ROOT))
                        || lower.contains(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))))
                .map(value -> where + ": " + value)
                .toList();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema')
                       and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')
                     order by 1
                    """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
