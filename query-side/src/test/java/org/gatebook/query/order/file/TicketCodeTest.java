package org.gatebook.query.order.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a ticket, read as a scanner does. */
class TicketCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghjkmnpqrstuvwxyz23456789", "1", "Größe", "Билет-1", "票"})
    void a_scanner_reads_the_secret(String secret) throws ChecksumException, FormatException {
        assertThat(new Decoder().decode(TicketCode.of(secret)).getText()).isEqualTo(secret);
    }
}
