package org.gatebook.web.form.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.form.type.Converted;
import org.gatebook.web.form.type.Reading;
import org.gatebook.web.form.type.Type;
import org.gatebook.web.form.type.TypeDescription;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A text. Numbers are taken as their text, flags are not; white space at both ends is cut; an empty text is refused
 * unless {@link #orBlank()}. Lengths count characters, not UTF-16 units. Immutable.
 */
public final class TextType implements Type<String> {

    private record Rule(Predicate<String> test, String otherwise) {}

    private final List<Rule> patterns;
    private final List<Rule> formats;
    private final @Nullable Integer longest;
    private final int shortest;
    private final boolean blank;
    private final boolean trimmed;
    private final @Nullable String format;

    private TextType(
            List<Rule> patterns,
            List<Rule> formats,
            @Nullable Integer longest,
            int shortest,
            boolean blank,
            boolean trimmed,
            @Nullable String format) {
        this.patterns = patterns;
        this.formats = formats;
        this.longest = longest;
        this.shortest = shortest;
        this.blank = blank;
        this.trimmed = trimmed;
        this.format = format;
    }

    static TextType any() {
        return new TextType(List.of(), List.of(), null, 0, false, true, null);
    }

    static TextType formatted(String format, Predicate<String> test, String otherwise) {
        return new TextType(List.of(), List.of(new Rule(test, otherwise)), null, 0, false, true, format);
    }

    /** At most so many characters. */
    public TextType upTo(int characters) {
        return new TextType(patterns, formats, characters, shortest, blank, trimmed, format);
    }

    /** At least so many characters. */
    public TextType atLeast(int characters) {
        return new TextType(patterns, formats, longest, characters, blank, trimmed, format);
    }

    /** The pattern must be found in the text; anchor it to match the whole. */
    public TextType matching(Pattern pattern, String otherwise) {
        List<Rule> more = new ArrayList<>(patterns);
        more.add(new Rule(pattern.asPredicate(), otherwise));
        return new TextType(more, formats, longest, shortest, blank, trimmed, format);
    }

    /** May be empty. */
    public TextType orBlank() {
        return new TextType(patterns, formats, longest, shortest, true, trimmed, format);
    }

    /** Keeps the white space at both ends. */
    public TextType untrimmed() {
        return new TextType(patterns, formats, longest, shortest, blank, false, format);
    }

    @Override
    public Converted<String> convert(JsonNode value, Reading reading) {
        if (!value.isString() && !value.isNumber()) {
            return Converted.faulty("Not a valid string.");
        }
        String text = PyText.str(value);
        return Converted.good(trimmed ? PyText.strip(text) : text);
    }

    @Override
    public Converted<String> read(JsonNode value, Reading reading) {
        String sent = PyText.str(value);
        if (sent.isEmpty() || (trimmed && PyText.strip(sent).isEmpty())) {
            return blank ? Converted.good("") : Converted.faulty("This field may not be blank.");
        }
        return convert(value, reading).then(this::limited);
    }

    @Override
    public boolean keepsBlank() {
        return blank;
    }

    @Override
    public TypeDescription describe() {
        return TypeDescription.of("string", format).upTo(longest);
    }

    private Converted<String> limited(String text) {
        List<String> faults = new ArrayList<>();
        broken(patterns, text, faults);
        int length = text.codePointCount(0, text.length());
        if (longest != null && length > longest) {
            faults.add("Ensure this field has no more than " + longest + " characters.");
        }
        if (length < shortest) {
            faults.add("Ensure this field has at least " + shortest + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            faults.add("Null characters are not allowed.");
        }
        text.codePoints()
                .filter(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                .findFirst()
                .ifPresent(c -> faults.add("Surrogate characters are not allowed: U+%X.".formatted(c)));
        broken(formats, text, faults);
        return faults.isEmpty() ? Converted.good(text) : Converted.faulty(new FieldErrors.Texts(faults));
    }

    private static void broken(List<Rule> rules, String text, List<String> faults) {
        for (Rule rule : rules) {
            if (!rule.test().test(text)) {
                faults.add(rule.otherwise());
            }
        }
    }
}
