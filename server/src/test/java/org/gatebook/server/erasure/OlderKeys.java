package org.gatebook.server.erasure;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatebook.server.system.Node;

/** The key store as it was before an erasure, for whoever restores a backup of it. */
final class OlderKeys {

    private final Map<String, byte[]> wrapped = new LinkedHashMap<>();

    /** Takes a copy from a node that runs. */
    static OlderKeys of(Path data) throws IOException, SQLException {
        OlderKeys keys = new OlderKeys();
        try (Connection connection = Node.connect(data);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select subject, wrapped from keys.subject_key")) {
            while (row.next()) {
                keys.wrapped.put(row.getString(1), row.getBytes(2));
            }
        }
        return keys;
    }

    /** Puts it back below a node that runs. @return how many destroyed keys that brings back */
    int restore(Path data) throws IOException, SQLException {
        int back = 0;
        try (Connection connection = Node.connect(data);
                PreparedStatement update = connection.prepareStatement("""
                    update keys.subject_key set wrapped = ?, erased_at = null where subject = ? and wrapped is null
                    """)) {
            for (Map.Entry<String, byte[]> key : wrapped.entrySet()) {
                update.setBytes(1, key.getValue());
                update.setString(2, key.getKey());
                back += update.executeUpdate();
            }
        }
        return back;
    }
}
