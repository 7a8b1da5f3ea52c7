package org.gatebook.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What PostgreSQL gives for a gift card transaction when nobody thinks: the statements of the server in a bare JDBC loop
 * on a stream of its own. The benchmark checks that they are the ones that the server sends.
 */
final class TransactFloor implements ClosedLoop.Client {

    static final String ENTER = "select present, client_id, directory_version, organizer_version, event_version,"
            + " read_schema, key_state, status, headers, body from ops.enter(?, ?, ?, ?)";
    static final String CATCH_UP = "select sequence, name, revision, payload from events.event"
            + " where aggregate_id = ? and sequence > ? order by sequence";
    static final String APPEND =
            "insert into events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, organizer,"
                    + " payload, metadata) values (?::uuid, ?, ?, ?, ?, ?, ?, ?::json, ?::json) returning position,"
                    + " recorded_at";
    static final String CARD =
            "insert into gift_card (id, issuer, secret, issuance, value, currency, testmode, expires, conditions,"
                + " owner_ticket, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                + " issuer = excluded.issuer, secret = excluded.secret, issuance = excluded.issuance, value ="
                + " excluded.value, currency = excluded.currency, testmode = excluded.testmode, expires ="
                + " excluded.expires, conditions = excluded.conditions, owner_ticket = excluded.owner_ticket, position"
                + " = excluded.position";
    static final String TRANSACTION =
            "insert into gift_card_transaction (id, card, datetime, value, event, order_code, text, info, acceptor,"
                    + " position) values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?) on conflict (id) do update set card ="
                    + " excluded.card, datetime = excluded.datetime, value = excluded.value, event = excluded.event,"
                    + " order_code = excluded.order_code, text = excluded.text, info = excluded.info, acceptor ="
                    + " excluded.acceptor, position = excluded.position";

    /** About the size of what the server stores. */
    private static final String PAYLOAD =
            "{\"card\":100001,\"transaction\":{\"id\":100002,\"value\":\"-0.01\",\"acceptor\":"
                    + "\"bench\",\"text\":\"\",\"info\":{}},\"at\":\"2030-01-01T00:00:00.000000Z\"}";

    private static final String METADATA =
            "{\"actorKind\":\"team\",\"actorId\":\"1\",\"actorName\":\"full\",\"organizer\":\"bench\","
                + "\"channel\":\"api\",\"requestId\":\"00000000-0000-0000-0000-000000000000\",\"causationId\":"
                + "\"00000000-0000-0000-0000-000000000000\",\"correlationId\":\"00000000-0000-0000-0000-000000000000\","
                + "\"clientAddress\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"softwareVersion\":\"0.1.0\"}";

    private final Connection connection;
    private final boolean fixed;
    private final long card;
    private final String stream;
    private final OffsetDateTime issuance = OffsetDateTime.now(ZoneOffset.UTC);
    private final PreparedStatement enter;
    private final PreparedStatement catchUp;
    private final PreparedStatement append;
    private final PreparedStatement upsertCard;
    private final PreparedStatement insertTransaction;
    private long sequence;

    /** @param fixed whether only an event and the card are written */
    TransactFloor(Connection connection, boolean fixed, long card) throws SQLException {
        this.connection = connection;
        this.fixed = fixed;
        this.card = card;
        this.stream = "floor:" + card;
        connection.setAutoCommit(false);
        this.enter = connection.prepareStatement(ENTER);
        this.catchUp = connection.prepareStatement(CATCH_UP);
        this.append = connection.prepareStatement(APPEND);
        this.upsertCard = connection.prepareStatement(CARD);
        this.insertTransaction = connection.prepareStatement(TRANSACTION);
    }

    @Override
    public void step() throws SQLException {
        long id = fixed ? 0 : entered();
        if (!fixed) {
            catchUp.setString(1, stream);
            catchUp.setLong(2, sequence - 1);
            try (ResultSet rows = catchUp.executeQuery()) {
                while (rows.next()) {
                    throw new IllegalStateException("somebody else wrote " + stream);
                }
            }
        }
        long position = appended();
        writeCard(position);
        if (!fixed) {
            writeTransaction(id, position);
        }
        connection.commit();
        sequence++;
    }

    private long entered() throws SQLException {
        enter.setString(1, BenchmarkOrganizer.SLUG);
        enter.setString(2, null);
        enter.setString(3, null);
        enter.setString(4, null);
        try (ResultSet row = enter.executeQuery()) {
            row.next();
            return row.getLong(2);
        }
    }

    private long appended() throws SQLException {
        append.setString(1, UUID.randomUUID().toString());
        append.setString(2, "floor");
        append.setString(3, stream);
        append.setLong(4, sequence);
        append.setString(5, "gift_card.transacted");
        append.setInt(6, 1);
        append.setString(7, BenchmarkOrganizer.SLUG);
        append.setString(8, PAYLOAD);
        append.setString(9, METADATA);
        try (ResultSet row = append.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void writeCard(long position) throws SQLException {
        upsertCard.setLong(1, -card);
        upsertCard.setString(2, "floor");
        upsertCard.setString(3, "FLOOR" + card);
        upsertCard.setObject(4, issuance);
        upsertCard.setBigDecimal(5, BigDecimal.valueOf(sequence, 2));
        upsertCard.setString(6, "EUR");
        upsertCard.setBoolean(7, false);
        upsertCard.setObject(8, null, Types.TIMESTAMP_WITH_TIMEZONE);
        upsertCard.setString(9, null);
        upsertCard.setObject(10, null, Types.BIGINT);
        upsertCard.setLong(11, position);
        upsertCard.executeUpdate();
    }

    private void writeTransaction(long id, long position) throws SQLException {
        insertTransaction.setLong(1, id);
        insertTransaction.setLong(2, -card);
        insertTransaction.setObject(3, OffsetDateTime.now(ZoneOffset.UTC));
        insertTransaction.setBigDecimal(4, BigDecimal.valueOf(-1, 2));
        insertTransaction.setString(5, null);
        insertTransaction.setString(6, null);
        insertTransaction.setString(7, "");
        insertTransaction.setString(8, "{}");
        insertTransaction.setString(9, BenchmarkOrganizer.SLUG);
        insertTransaction.setLong(10, position);
        insertTransaction.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
