package org.gatebook.command.order.invoice;

import java.util.ArrayList;
import java.util.List;
import org.gatebook.api.invoice.InvoiceRecipient;
import org.gatebook.api.order.InvoiceAddress;
import org.gatebook.catalogue.person.NameScheme;
import org.gatebook.web.form.world.Subdivisions;
import org.gatebook.web.form.world.WorldTexts;
import org.jspecify.annotations.Nullable;

/** Puts addresses together as they are printed (recording orderstate/invoice-address-formats). */
final class Recipients {

    private Recipients() {}

    static InvoiceRecipient of(@Nullable InvoiceAddress address) {
        if (address == null) {
            return InvoiceRecipient.unknown();
        }
        String name = NameScheme.wholeName(address.nameParts());
        return new InvoiceRecipient(
                text(address, name),
                address.company(),
                name,
                address.street(),
                address.zipcode(),
                address.city(),
                address.state(),
                nullIfEmpty(address.country()),
                nullIfEmpty(address.vatId()),
                "",
                address.customField(),
                address.internalReference());
    }

    private static String text(InvoiceAddress address, String name) {
        // The state stands where letters in that country carry one; a country without states has none.
        String state = Subdivisions.fault(address.country(), address.state()) == null ? address.state() : "";
        List<String> lines = new ArrayList<>();
        add(lines, address.company());
        add(lines, name);
        address.street().lines().forEach(line -> add(lines, line));
        add(lines, address.zipcode() + " " + address.city() + " " + state);
        add(lines, WorldTexts.countryByIso(address.country()));
        if (!address.vatId().isEmpty()) {
            lines.add("VAT-ID: " + address.vatId());
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
