package org.gatebook.query.checkin;

import java.util.List;
import org.gatebook.api.ticket.ScanOfUnknownCode;
import org.gatebook.api.ticket.ScanOfUnknownCode.UnknownCodeRefused;
import org.gatebook.eventstore.ReadModel;
import org.gatebook.eventstore.RecordedEvent;
import org.gatebook.query.checkin.UnknownScanReadModel.UnknownScan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans of codes that no ticket has, a row each. */
@Component
class UnknownScanReadModel implements ReadModel<UnknownScan> {

    private static final Table TABLE =
            new Table("unknown_scan", List.of("id"), List.of("id", "list", "barcode", "nonce", "position"));

    private final JdbcClient jdbc;

    UnknownScanReadModel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param barcode null once it was erased */
    record UnknownScan(
            long id,
            long list,
            @Nullable String barcode,
            @Nullable String nonce) {}

    @Override
    public String name() {
        return "unknown_scan";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String script() {
        return "org/gatebook/query/checkin/unknown_scan.v1.sql";
    }

    @Override
    public List<Table> tables() {
        return List.of(TABLE);
    }

    @Override
    public Class<ScanOfUnknownCode> events() {
        return ScanOfUnknownCode.class;
    }

    @Override
    public UnknownScan fold(@Nullable UnknownScan view, RecordedEvent event) {
        return switch ((ScanOfUnknownCode) event.payload()) {
            case UnknownCodeRefused refused ->
                new UnknownScan(
                        refused.scan().id(),
                        refused.scan().list(),
                        refused.barcode().value().orElse(null),
                        refused.scan().nonce());
        };
    }

    @Override
    public @Nullable UnknownScan load(String key) {
        return jdbc.sql("SELECT * FROM unknown_scan WHERE id = :id")
                .param("id", Long.parseLong(key.substring(ScanOfUnknownCode.KIND.length() + 1)))
                .query((row, number) -> new UnknownScan(
                        row.getLong("id"), row.getLong("list"), row.getString("barcode"), row.getString("nonce")))
                .optional()
                .orElse(null);
    }

    @Override
    public void write(Row<UnknownScan> row, RowSink sink) {
        UnknownScan scan = row.view();
        sink.row(TABLE, scan.id(), scan.list(), scan.barcode(), scan.nonce(), row.position());
    }
}
