package org.gatebook.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gatebook.web.answer.Answer;
import org.junit.jupiter.api.Test;

class ConditionalReadTest {

    private static final Instant CHANGED = Instant.parse("2024-03-05T09:08:07.654321Z");
    private static final String SAME = "Tue, 05 Mar 2024 09:08:07 GMT";
    private static final String BEFORE = "Tue, 05 Mar 2024 09:08:06 GMT";

    private static Answer read(Instant lastModified, Map<String, String> headers) {
        ApiRequest request = (ApiRequest) Proxy.newProxyInstance(
                ApiRequest.class.getClassLoader(),
                new Class<?>[] {ApiRequest.class},
                (proxy, method, arguments) -> headers.get((String) arguments[0]));
        return ConditionalRead.list(request, lastModified, () -> Answer.ok(List.of()));
    }

    @Test
    void a_list_says_when_it_last_changed() {
        assertThat(read(CHANGED, Map.of()).header("Last-Modified")).isEqualTo(SAME);
        assertThat(read(null, Map.of("If-Modified-Since", SAME)).header("Last-Modified"))
                .isNull();
    }

    @Test
    void nothing_new_is_a_304() {
        assertThat(read(CHANGED, Map.of("If-Modified-Since", SAME)).status()).isEqualTo(304);
        assertThat(read(CHANGED, Map.of("If-Modified-Since", BEFORE)).status()).isEqualTo(200);
    }

    @Test
    void something_new_is_a_412_for_who_wants_it_unmodified() {
        assertThat(read(CHANGED, Map.of("If-Unmodified-Since", BEFORE)).status())
                .isEqualTo(412);
        assertThat(read(CHANGED, Map.of("If-Unmodified-Since", SAME)).status()).isEqualTo(200);
    }

    @Test
    void what_is_no_date_is_ignored() {
        assertThat(read(CHANGED, Map.of("If-Modified-Since", "Mon Jan 01 12:00:00 CET 2024"))
                        .status())
                .isEqualTo(200);
    }
}
