package org.gatebook.query.audit.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.gatebook.query.audit.table.Table;

/** That the balance of each gift card follows from its transactions. */
final class CardCheck {

    private static final class Card {
        private BigDecimal loaded = BigDecimal.ZERO;
        private BigDecimal spent = BigDecimal.ZERO;
        private BigDecimal balance = BigDecimal.ZERO;
        private boolean begun;
    }

    private final PackageReader files;
    private final String folder;
    private final Findings findings;
    private final Map<String, Card> cards = new TreeMap<>();

    CardCheck(PackageReader files, String folder, Findings findings) {
        this.files = files;
        this.folder = folder;
        this.findings = findings;
    }

    void run() throws IOException {
        TableRows.each(files, folder, Table.GIFT_CARD_TRANSACTIONS, this::transaction);
        long[] count = {0};
        TableRows.each(files, folder, Table.GIFT_CARDS, row -> {
            card(row);
            count[0]++;
        });
        cards.keySet().forEach(card -> findings.add(file(Table.GIFT_CARDS), "card " + card + " is missing"));
        findings.say(folder + ": " + count[0] + " gift cards");
    }

    private void transaction(TableRows.Row row) {
        Card card = cards.computeIfAbsent(row.text("card"), unknown -> new Card());
        BigDecimal amount = row.amount("amount");
        BigDecimal balance = row.amount("balance");
        if (card.begun && card.balance.add(amount).compareTo(balance) != 0) {
            findings.add(
                    file(Table.GIFT_CARD_TRANSACTIONS),
                    "card " + row.text("card") + ", entry " + row.text("entry") + ": its balance does not follow");
        }
        card.begun = true;
        card.balance = balance;
        card.loaded = card.loaded.add(amount.max(BigDecimal.ZERO));
        card.spent = card.spent.add(amount.negate().max(BigDecimal.ZERO));
    }

    private void card(TableRows.Row row) {
        String name = "card " + row.text("card");
        Card found = cards.remove(row.text("card"));
        Card card = found == null ? new Card() : found;
        BigDecimal closing = row.amount("closing");
        if (card.loaded.compareTo(row.amount("loaded")) != 0 || card.spent.compareTo(row.amount("spent")) != 0) {
            findings.add(
                    file(Table.GIFT_CARDS), name + ": its transactions come to " + card.loaded + " and " + card.spent);
        }
        if (row.amount("opening").add(card.loaded).subtract(card.spent).compareTo(closing) != 0
                || (card.begun && card.balance.compareTo(closing) != 0)) {
            findings.add(file(Table.GIFT_CARDS), name + ": its closing balance does not follow");
        }
    }

    private String file(Table table) {
        return folder + "/" + table.file();
    }
}
