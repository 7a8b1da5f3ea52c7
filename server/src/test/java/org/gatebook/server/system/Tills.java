package org.gatebook.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Gift cards that tills take a cent from, again and again. */
final class Tills {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<Long> cards = new ArrayList<>();
    private final int cents;

    /** Issues so many cards, each with so many cents. */
    Tills(Api api, String prefix, int count, int cents) throws Exception {
        this.cents = cents;
        for (int card = 0; card < count; card++) {
            cards.add(api.issue(prefix + card, cents(cents)));
        }
    }

    /** Starts so many tills. */
    Clients open(Api api, int count) {
        return new Clients(count, (client, number, book) -> {
            long card = cards.get((client + number) % cards.size());
            String text = "t" + NUMBER.incrementAndGet();
            Api.Answer answer = api.debit(card, text);
            if (answer.status() == 200) {
                book.acknowledged(card + " " + text);
            } else {
                book.refused(answer);
            }
        });
    }

    /** Every acknowledged debit is there, once, and the credit is what the debits left. */
    void verify(Api api, Clients tills) throws Exception {
        assertThat(tills.refused()).isEmpty();
        List<String> booked = new ArrayList<>();
        for (long card : cards) {
            List<String> texts = api.texts(card);
            texts.forEach(text -> booked.add(card + " " + text));
            assertThat(api.value(card)).isEqualTo(cents(cents - (texts.size() - 1)));
        }
        assertThat(booked).doesNotHaveDuplicates().containsAll(tills.acknowledged());
    }

    static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
