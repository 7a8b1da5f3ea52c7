package org.gatebook.catalogue.cart;

import static org.gatebook.web.auth.Permission.CAN_CHANGE_ORDERS;
import static org.gatebook.web.auth.Permission.CAN_VIEW_ORDERS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatebook.catalogue.crud.Crud;
import org.gatebook.catalogue.crud.CrudEndpoint;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.description.Reads;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/organizers/{organizer}/events/{event}/cartpositions/")
@ApiResource(scope = Scope.EVENT, read = CAN_VIEW_ORDERS, write = CAN_CHANGE_ORDERS)
record CartEndpoint(Crud crud, CartPositions positions, CartFilling filling)
        implements CrudEndpoint.Listed, CrudEndpoint.Read, CrudEndpoint.Deleted {

    @Override
    public Resource resource() {
        return positions.resource();
    }

    /** One position, with its parts. */
    @Reads(CartForm.class)
    @PostMapping
    public Answer create(ApiRequest request) {
        return Answer.created(
                shown(filling.fill(owner(request), request.body(), CartFilling.freshCart(), request.now()), request));
    }

    /** Many positions in one cart: those that can be are kept, whatever becomes of the others. */
    @Reads(value = CartForm.class, each = true)
    @PostMapping("bulk_create/")
    public Answer createEach(ApiRequest request) {
        if (!(request.body() instanceof RequestBody.Json json) || !json.value().isArray()) {
            return Answer.json(400, Map.of("error", "Please supply a list"));
        }
        String cart = CartFilling.freshCart();
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        for (JsonNode position : json.value()) {
            results.add(result(new RequestBody.Json(position), cart, request));
        }
        return Answer.ok(Map.of("results", results));
    }

    private Map<String, @Nullable Object> result(RequestBody position, String cart, ApiRequest request) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        try {
            Map<String, @Nullable Object> filled =
                    shown(filling.fill(owner(request), position, cart, request.now()), request);
            result.put("success", true);
            result.put("data", filled);
            result.put("errors", null);
        } catch (Rejected rejected) {
            Object errors = rejected.error().body();
            result.put("success", false);
            result.put("data", null);
            result.put("errors", errors instanceof List<?> ? Map.of(FieldErrors.WHOLE_OBJECT, errors) : errors);
        }
        return result;
    }

    private Map<String, @Nullable Object> shown(CartFilling.Filled filled, ApiRequest request) {
        Map<String, @Nullable Object> shown =
                rows(List.of(filled.main()), request).getFirst();
        shown.put("addons", rows(filled.addons(), request));
        shown.put("bundled", rows(filled.bundled(), request));
        return shown;
    }

    private List<Map<String, @Nullable Object>> rows(List<Document> positions, ApiRequest request) {
        return resource().show(positions, request.query(), request.links());
    }

    private static Owner owner(ApiRequest request) {
        return Owner.of(request.organizer(), request.event());
    }
}
