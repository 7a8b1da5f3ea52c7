package org.gatebook.catalogue.crud;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatebook.catalogue.resource.Catalogue;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.error.ApiError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes parts into the documents that keep them. Every write of a part is a write of its whole, so that one event tells
 * all of the whole afterwards, and two writes at once collide even if they are about different parts (ADR 0022).
 */
@Component
final class StoredParts {

    private static final String NUMBER = "id";

    private final Documents documents;
    private final Catalogue catalogue;

    StoredParts(Documents documents, Catalogue catalogue) {
        this.documents = documents;
        this.catalogue = catalogue;
    }

    /** A part as a row in its whole. */
    static Map<String, @Nullable Object> row(long id, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(NUMBER, id);
        row.putAll(values);
        return row;
    }

    Document add(Resource part, Owner owner, long id, Map<String, @Nullable Object> values) {
        Document whole = whole(part, owner);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(rows(part, whole));
        rows.add(row(id, values));
        return written(part, whole, rows, id);
    }

    Document change(Resource part, Document before, Map<String, ? extends @Nullable Object> changes) {
        Document whole = whole(part, before.owner());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows(part, whole)) {
            if (isRowOf(before, row)) {
                Map<String, @Nullable Object> changed = new LinkedHashMap<>(row);
                changed.putAll(changes);
                rows.add(changed);
            } else {
                rows.add(row);
            }
        }
        return written(part, whole, rows, before.id());
    }

    void remove(Resource part, Document before) {
        Document whole = whole(part, before.owner());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows(part, whole)) {
            if (!isRowOf(before, row)) {
                rows.add(row);
            }
        }
        write(part, whole, rows);
    }

    private Document whole(Resource part, Owner owner) {
        return documents
                .byId(wholeOf(part).type(), owner.whole(), Objects.requireNonNull(owner.parent()))
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    private Document written(Resource part, Document whole, List<Map<String, @Nullable Object>> rows, long id) {
        return write(part, whole, rows).parts(part.type()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> ApiError.notFound().rejected());
    }

    private Document write(Resource part, Document whole, List<Map<String, @Nullable Object>> rows) {
        Document after = catalogue.change(whole, Map.of(field(part), rows));
        wholeOf(part).written(whole, after);
        return after;
    }

    private static List<Map<String, @Nullable Object>> rows(Resource part, Document whole) {
        return whole.rows(field(part));
    }

    private static boolean isRowOf(Document part, Map<String, @Nullable Object> row) {
        return row.get(NUMBER) instanceof Number number && number.longValue() == part.id();
    }

    private static String field(Resource part) {
        return Objects.requireNonNull(part.type().place()).field();
    }

    private static Resource wholeOf(Resource part) {
        return Objects.requireNonNull(part.whole());
    }
}
