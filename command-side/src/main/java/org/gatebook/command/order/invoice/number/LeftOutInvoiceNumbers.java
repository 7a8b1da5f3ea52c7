package org.gatebook.command.order.invoice.number;

import java.util.Collection;
import java.util.List;
import org.gatebook.api.OrganizerSlug;
import org.gatebook.api.installation.InstallationRestored.LeftOutNumbers;
import org.gatebook.eventstore.backup.NumberSequences;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** After a restore: numbers that may be on invoices that are lost are given to no other one. */
@Component
class LeftOutInvoiceNumbers implements NumberSequences {

    private final JdbcTemplate jdbc;

    LeftOutInvoiceNumbers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LeftOutNumbers> leaveOut(long count, Collection<Named> more) {
        if (count <= 0) {
            return List.of();
        }
        jdbc.batchUpdate(
                "insert into ops.invoice_sequence (organizer, prefix, last) values (?, ?, 0) on conflict do nothing",
                more.stream()
                        .map(sequence -> new Object[] {sequence.organizer().value(), sequence.prefix()})
                        .toList());
        return jdbc.query(
                """
                with moved as (
                    update ops.invoice_sequence set last = last + ? returning organizer, prefix, last)
                select organizer, prefix, last from moved order by organizer, prefix
                """,
                (row, number) -> new LeftOutNumbers(
                        new OrganizerSlug(row.getString("organizer")),
                        row.getString("prefix"),
                        row.getLong("last") - count + 1,
                        row.getLong("last")),
                count);
    }
}
