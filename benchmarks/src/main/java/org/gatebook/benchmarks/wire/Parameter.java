package org.gatebook.benchmarks.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.postgresql.util.ByteConverter;

/** A parameter as it travelled, able to travel again through JDBC as the same type. */
@FunctionalInterface
interface Parameter {

    void bind(PreparedStatement statement, int index) throws SQLException;

    /**
     * Reads a parameter of a bind message.
     *
     * @param type object id of its type, 0 when the server is to find out
     * @param bytes null for NULL
     */
    static Parameter of(int type, boolean binary, byte @Nullable [] bytes) {
        if (bytes == null) {
            return (statement, index) -> statement.setNull(index, sqlType(type));
        }
        return switch (type) {
            case Oid.INT8, Oid.INT4, Oid.INT2 -> integer(type, binary ? number(bytes) : Long.parseLong(text(bytes)));
            case Oid.BOOL -> {
                boolean value = binary ? bytes[0] != 0 : text(bytes).matches("(?i)t.*|1");
                yield (statement, index) -> statement.setBoolean(index, value);
            }
            case Oid.NUMERIC -> {
                BigDecimal value =
                        binary ? new BigDecimal(ByteConverter.numeric(bytes).toString()) : new BigDecimal(text(bytes));
                yield (statement, index) -> statement.setBigDecimal(index, value);
            }
            case Oid.BYTEA -> (statement, index) -> statement.setBytes(index, bytes);
            case Oid.VARCHAR, Oid.TEXT -> {
                String value = text(bytes);
                yield (statement, index) -> statement.setString(index, value);
            }
            case Oid.TEXT_ARRAY,
                    Oid.VARCHAR_ARRAY,
                    Oid.INT8_ARRAY,
                    Oid.INT4_ARRAY,
                    Oid.BYTEA_ARRAY,
                    Oid.BOOL_ARRAY,
                    Oid.NUMERIC_ARRAY,
                    Oid.TIMESTAMPTZ_ARRAY -> array(type, binary, bytes);
            // Times travel as text. So does whatever else there is, and the server knows its type by the place.
            default -> {
                if (binary) {
                    throw new IllegalStateException("a parameter of type " + type + " came in binary");
                }
                String value = text(bytes);
                yield (statement, index) -> statement.setObject(index, value, Types.OTHER);
            }
        };
    }

    private static Parameter integer(int type, long value) {
        return type == Oid.INT8
                ? (statement, index) -> statement.setLong(index, value)
                : (statement, index) -> statement.setInt(index, (int) value);
    }

    private static Parameter array(int type, boolean binary, byte[] bytes) {
        return (statement, index) -> {
            BaseConnection connection = statement.getConnection().unwrap(BaseConnection.class);
            statement.setArray(
                    index, binary ? new PgArray(connection, type, bytes) : new PgArray(connection, type, text(bytes)));
        };
    }

    private static int sqlType(int type) {
        return switch (type) {
            case Oid.INT8 -> Types.BIGINT;
            case Oid.INT4 -> Types.INTEGER;
            case Oid.VARCHAR, Oid.TEXT -> Types.VARCHAR;
            case Oid.BOOL -> Types.BOOLEAN;
            case Oid.NUMERIC -> Types.NUMERIC;
            case Oid.BYTEA -> Types.BINARY;
            case Oid.TIMESTAMPTZ -> Types.TIMESTAMP_WITH_TIMEZONE;
            default -> Types.NULL;
        };
    }

    private static long number(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 2 -> buffer.getShort();
            case 4 -> buffer.getInt();
            default -> buffer.getLong();
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
