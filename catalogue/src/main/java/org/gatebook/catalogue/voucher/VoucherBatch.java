package org.gatebook.catalogue.voucher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gatebook.catalogue.crud.ResourceWriter;
import org.gatebook.catalogue.resource.Document;
import org.gatebook.catalogue.resource.Owner;
import org.gatebook.eventstore.ClientIds;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.error.FieldErrors;
import org.gatebook.web.error.Rejected;
import org.gatebook.web.form.python.PyText;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes many vouchers at once. Everything that is wrong with any of them comes together, one entry for each sent. */
@Component
final class VoucherBatch {

    private static final Map<String, Object> FAULTLESS = Map.of();

    private final ResourceWriter writer;
    private final VoucherResource vouchers;
    private final ClientIds ids;

    VoucherBatch(ResourceWriter writer, VoucherResource vouchers, ClientIds ids) {
        this.writer = writer;
        this.vouchers = vouchers;
        this.ids = ids;
    }

    /** @throws Rejected with 400; what was written until then goes with the unit */
    List<Map<String, @Nullable Object>> create(Owner owner, ApiRequest request) {
        JsonNode sent = sent(request.body());
        Iterator<Long> numbers = ids.next(sent.size()).iterator();
        Set<String> codes = new HashSet<>();
        List<Document> written = new ArrayList<>();
        List<Object> faults = new ArrayList<>();
        List<Object> duplicates = new ArrayList<>();
        for (JsonNode voucher : sent) {
            Object fault = FAULTLESS;
            Object duplicate = FAULTLESS;
            if (isDuplicate(voucher, codes)) {
                duplicate = FieldErrors.field("code", "Duplicate voucher code in request.")
                        .toJson();
            } else {
                try {
                    written.add(writer.create(
                                    vouchers.resource(),
                                    owner,
                                    new RequestBody.Json(voucher),
                                    numbers.next(),
                                    request.now())
                            .document());
                } catch (Rejected rejected) {
                    fault = rejected.error().body();
                }
            }
            faults.add(fault);
            duplicates.add(duplicate);
        }
        refuse(faults);
        refuse(duplicates);
        return vouchers.resource().show(written, request.query(), request.links());
    }

    private static void refuse(List<Object> faults) {
        if (!faults.stream().allMatch(FAULTLESS::equals)) {
            throw new ApiError(400, faults, Map.of()).rejected();
        }
    }

    private static boolean isDuplicate(JsonNode voucher, Set<String> codes) {
        JsonNode code = voucher.path("code");
        return code.isString() && !codes.add(PyText.strip(code.stringValue()).toUpperCase(Locale.ROOT));
    }

    private static JsonNode sent(RequestBody body) {
        JsonNode sent = switch (body) {
            case RequestBody.Json json -> json.value();
            case RequestBody.Form form -> JsonNodeFactory.instance.objectNode();
        };
        if (!sent.isArray()) {
            throw ApiError.fields(FieldErrors.wholeObject(
                            "Expected a list of items but got type \"" + PyText.typeName(sent) + "\"."))
                    .rejected();
        }
        return sent;
    }
}
