package org.gatebook.query.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in braces in a text. Values are put in as they are: braces in the name of a guest are no placeholder. Names
 * that nobody knows stay where they are, so that whoever wrote them sees it.
 */
final class Placeholders {

    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    private Placeholders() {}

    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
