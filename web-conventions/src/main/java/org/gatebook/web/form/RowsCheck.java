package org.gatebook.web.form;

import java.util.List;
import org.gatebook.web.error.FieldErrorCollector;

/** A rule about the entries of a list among each other, asked when every entry by itself is right. */
@FunctionalInterface
public interface RowsCheck {

    /** Says what is wrong, by paths that start with the position: {@code errors.add(text, 2, "item")}. */
    void check(List<Parsed> rows, FieldErrorCollector errors);
}
