package org.gatebook.eventstore.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class MomentsTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(Instant.class, new Moments()))
            .build();

    @Property
    void every_moment_is_read_as_it_was_written(@ForAll("moments") Instant moment) {
        assertThat(JSON.readValue(JSON.writeValueAsString(moment), Instant.class))
                .isEqualTo(moment);
    }

    /** Of all years that fit, with fractions of every length. */
    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(-70_000_000_000L, 300_000_000_000L);
        Arbitrary<Integer> nanos = Arbitraries.integers()
                .between(0, 999)
                .flatMap(part -> Arbitraries.of(0, part, part * 1_000, part * 1_000_000));
        return Combinators.combine(seconds, nanos).as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }

    @Example
    void other_forms_are_read_as_jackson_reads_them() {
        assertThat(read("2024-02-29T10:00:00+01:00")).isEqualTo(Instant.parse("2024-02-29T09:00:00Z"));
        assertThat(read("2024-02-29T10:00:00.5Z")).isEqualTo(Instant.parse("2024-02-29T10:00:00.500Z"));
    }

    @Example
    void what_is_no_moment_is_refused() {
        for (String text : new String[] {
            "2024-02-29 10:00:00Z", "2024-02-29T25:00:00Z", "2023-02-29T10:00:00Z", "2024-02-29T10:00:60Z", "soon"
        }) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(JacksonException.class);
        }
    }

    private static Instant read(String text) {
        return JSON.readValue('"' + text + '"', Instant.class);
    }
}
