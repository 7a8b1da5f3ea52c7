package org.gatebook.web.form.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatebook.web.form.Bodies.verdict;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MomentTypeTest {

    private static final String NO_MOMENT = "Datetime has wrong format. Use one of these formats instead:"
            + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    @Test
    void moments_are_read_in_the_forms_of_iso_8601() {
        Map.of(
                        "2030-05-05T12:00:00Z", "2030-05-05T12:00:00Z",
                        "2030-05-05T12:00:00.123456+02:00", "2030-05-05T10:00:00.123456Z",
                        "2030-05-05 12:00", "2030-05-05T12:00:00Z",
                        "2030-05-05", "2030-05-05T00:00:00Z",
                        "20300505T120000Z", "2030-05-05T12:00:00Z",
                        "2030-05-05T12:00:00.5", "2030-05-05T12:00:00.500Z",
                        "2030-W19-1", "2030-05-06T00:00:00Z",
                        "2030-05-05T12:00:00-0130", "2030-05-05T13:30:00Z",
                        "2030-05-05T12:00:00.1234567Z", "2030-05-05T12:00:00.123456Z")
                .forEach((sent, read) -> assertThat(verdict(Types.dateTime(), "'" + sent + "'"))
                        .as(sent)
                        .isEqualTo("ok " + read));
    }

    @Test
    void moments_are_read_leniently_where_iso_8601_fails() {
        assertThat(verdict(Types.dateTime(), "'2030-5-5T1:2:3,25 +0200'")).isEqualTo("ok 2030-05-04T23:02:03.250Z");
        assertThat(verdict(Types.dateTime(), "'2019-04-01 08:20:00Z'")).isEqualTo("ok 2019-04-01T08:20:00Z");
    }

    @Test
    void what_is_no_moment_is_told() {
        for (String bad : List.of(
                "'soon'",
                "''",
                "5",
                "true",
                "[]",
                "'2030-13-01T00:00:00Z'",
                "'2030-02-30T00:00:00Z'",
                "'2030-05-05T25:00'",
                "'2030-05-05T12:00:00+25:00'",
                "'05.05.2030'",
                "'2030'")) {
            assertThat(verdict(Types.dateTime(), bad)).as(bad).isEqualTo(NO_MOMENT);
        }
    }

    @Test
    void moments_before_the_first_year_are_out_of_range() {
        assertThat(verdict(Types.dateTime(), "'0001-01-01T00:00:00+14:00'")).isEqualTo("Datetime value out of range.");
    }

    @Test
    void days_have_no_time() {
        String noDate = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
        assertThat(verdict(Types.date(), "'2031-05-04'")).isEqualTo("ok 2031-05-04");
        assertThat(verdict(Types.date(), "'2031-5-4'")).isEqualTo("ok 2031-05-04");
        for (String bad : List.of("'04.05.2031'", "'2031-05-04T10:00:00Z'", "'2035-02-30'", "20310504", "''")) {
            assertThat(verdict(Types.date(), bad)).as(bad).isEqualTo(noDate);
        }
    }

    @Test
    void times_of_day_may_leave_out_seconds() {
        assertThat(verdict(Types.time(), "'13:00'")).isEqualTo("ok 13:00");
        assertThat(verdict(Types.time(), "'9:05:01'")).isEqualTo("ok 09:05:01");
        assertThat(verdict(Types.time(), "'1pm'"))
                .isEqualTo("Time has wrong format. Use one of these formats instead: hh:mm[:ss[.uuuuuu]].");
    }
}
