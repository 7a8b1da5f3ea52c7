package org.gatebook.catalogue.crud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatebook.catalogue.crud.ResourceWriter.Written;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Documents;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.catalogue.resource.ResourceSelection;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.filter.ListQuery;
import org.gatebook.web.form.type.Lookups;
import org.gatebook.web.form.type.Mode;
import org.gatebook.web.page.Page;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.ConditionalRead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The verbs of the API over any declared resource. */
@Component
public final class Crud {

    private final Documents documents;
    private final ResourceWriter writer;

    public Crud(Documents documents, ResourceWriter writer) {
        this.documents = documents;
        this.writer = writer;
    }

    /**
     * The resource that an address names.
     *
     * @param address the last part of the path: a key or a number, as the resource declares
     * @throws org.gatebook.web.error.Rejected with 404 when there is none
     */
    public Document named(Resource resource, Owner owner, String address) {
        Optional<Document> found = resource.isAddressedByKey()
                ? documents.byKey(resource.type(), owner, address)
                : number(address).flatMap(id -> documents.byId(resource.type(), owner, id));
        return found.orElseThrow(() -> ApiError.notFound().rejected());
    }

    /** A page of a list that the resource declares. */
    public Answer list(Resource resource, Owner owner, ApiRequest request) {
        ListQuery query = resource.list().read(request.query(), resource.lookups(owner));
        Supplier<Answer> list = () -> list(resource, ResourceSelection.of(owner), query, request);
        return resource.isDated()
                ? ConditionalRead.list(request, documents.lastChange(resource.type(), owner), list)
                : list.get();
    }

    /** A page of these resources. */
    public Answer list(Resource resource, ResourceSelection selection, ApiRequest request) {
        return list(resource, selection, resource.list().read(request.query(), Lookups.none()), request);
    }

    private Answer list(Resource resource, ResourceSelection selection, ListQuery query, ApiRequest request) {
        Page<Document> page = documents.page(resource.type(), selection, query);
        List<Map<String, @Nullable Object>> rows = resource.show(page.rows(), request.query(), request.links());
        return Answer.ok(new Page<>(page.count(), page.number(), page.size(), rows).toJson(request.pageLinks()));
    }

    /** One resource. */
    public Answer detail(Resource resource, Owner owner, String address, ApiRequest request) {
        return Answer.ok(shown(resource, named(resource, owner, address), request));
    }

    /** A new resource. */
    public Answer create(Resource resource, Owner owner, ApiRequest request) {
        Written created = writer.create(resource, owner, request.body(), request.clientId(), request.now());
        return resource.isShownAfterwards()
                ? Answer.createdLater(() -> shown(resource, created, request))
                : Answer.created(shown(resource, created, request));
    }

    /** A changed resource. */
    public Answer change(Resource resource, Owner owner, String address, Mode mode, ApiRequest request) {
        Document before = named(resource, owner, address);
        Written after = writer.change(resource, before, mode, request.body(), request.now());
        return resource.isShownAfterwards()
                ? Answer.okLater(() -> shown(resource, after, request))
                : Answer.ok(shown(resource, after, request));
    }

    /** A deleted resource. */
    public Answer delete(Resource resource, Owner owner, String address) {
        writer.delete(resource, named(resource, owner, address));
        return Answer.noContent();
    }

    private static Map<String, @Nullable Object> shown(Resource resource, Written written, ApiRequest request) {
        Map<String, @Nullable Object> shown = shown(resource, written.document(), request);
        shown.putAll(written.revealed());
        return shown;
    }

    private static Map<String, @Nullable Object> shown(Resource resource, Document document, ApiRequest request) {
        return resource.show(List.of(document), request.query(), request.links())
                .getFirst();
    }

    private static Optional<Long> number(String address) {
        try {
            return Optional.of(Long.valueOf(address));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
