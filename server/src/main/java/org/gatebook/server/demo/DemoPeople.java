package org.gatebook.server.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who buys in the demo: invented people, always the same for the same number. */
final class DemoPeople {

    private static final List<String> GIVEN = List.of(
            "Amina", "Jonas", "Mei", "Paulo", "Irene", "Tariq", "Solveig", "Luca", "Noor", "Henrik", "Zofia", "Kofi",
            "Marta", "Elias", "Priya", "Oskar", "Lena");
    private static final List<String> FAMILY = List.of(
            "Okafor",
            "Lindqvist",
            "Tanaka",
            "Ferreira",
            "Vasquez",
            "Haddad",
            "Berg",
            "Romano",
            "Aziz",
            "Sorensen",
            "Nowak",
            "Mensah",
            "Kowalczyk",
            "Weber",
            "Sharma",
            "Virtanen",
            "Brandt",
            "Keller",
            "Moreau");

    private DemoPeople() {}

    /** The parts of a name, as the API takes them. */
    static Map<String, String> name(int number) {
        return Map.of("given_name", given(number), "family_name", family(number));
    }

    /** An address that nobody can have. */
    static String email(int number) {
        return (given(number) + "." + family(number)).toLowerCase(Locale.ROOT) + "@example.org";
    }

    private static String given(int number) {
        return GIVEN.get(number % GIVEN.size());
    }

    private static String family(int number) {
        return FAMILY.get(number % FAMILY.size());
    }
}
