package org.gatebook.catalogue.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSchemeTest {

    private static final Map<String, String> PARTS = Map.of(
            "title",
            "Dr",
            "given_name",
            "Ada",
            "middle_name",
            "K",
            "family_name",
            "Byron",
            "degree",
            "PhD",
            "full_name",
            "Ada Byron");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    full                      | Ada Byron
                    given_family              | Ada Byron
                    given_middle_family       | Ada K Byron
                    family_given              | Byron Ada
                    family_nospace_given      | ByronAda
                    family_comma_given        | Byron, Ada
                    title_given_family        | Dr Ada Byron
                    title_given_family_degree | Dr Ada Byron, PhD
                    salutation_given_family   | Ada Byron
                    """)
    void a_scheme_joins_its_parts(String scheme, String name) {
        Map<String, String> parts = new java.util.HashMap<>(PARTS);
        parts.put("_scheme", scheme);
        assertThat(NameScheme.wholeName(parts)).isEqualTo(name);
    }

    @Test
    void missing_parts_leave_no_gap() {
        assertThat(NameScheme.wholeName(Map.of("_scheme", "title_given_family_degree", "family_name", "Byron")))
                .isEqualTo("Byron");
        assertThat(NameScheme.wholeName(Map.of())).isEmpty();
    }

    @Test
    void names_of_very_old_clients_are_taken_as_they_are() {
        assertThat(NameScheme.wholeName(Map.of("_legacy", "Ada of Byron"))).isEqualTo("Ada of Byron");
    }
}
