package org.gatebook.query.audit.pack;

import java.time.Instant;
import java.util.List;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.RangeProof;
import org.gatebook.query.audit.ledger.Period;
import org.gatebook.query.audit.ledger.Sums;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a package says of itself: {@code manifest.json}.
 *
 * @param made when it was made
 * @param software version of the program that made it
 * @param events how many it holds
 * @param proof which leaves of the tree it covers
 * @param books sums of what counts
 * @param tests sums of tests
 * @param files all others that it holds
 */
public record Manifest(
        Instant made,
        String software,
        String organizer,
        @Nullable String event,
        Period period,
        long events,
        RangeProof proof,
        Sums books,
        Sums tests,
        List<WrittenFile> files) {

    public Manifest {
        files = List.copyOf(files);
    }

    /** The form of the package; another one would have another name. */
    public static final String FORMAT = "gatebook-audit-package-1";

    /** Its name. */
    public static final String FILE = "manifest.json";

    /** The signature of the manifest, and so of all files. */
    public static final String SIGNATURE = "manifest.json.sig";

    private static final JsonMapper JSON = JsonMapper.shared();

    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.put("made_at", made.toString());
        json.put("software", software);
        json.put("organizer", organizer);
        json.put("event", event);
        json.put("from", period.from().toString());
        json.put("to", period.to().toString());
        json.put("zone", period.zone().getId());
        json.put("after_position", period.after());
        json.put("up_to_position", period.upTo());
        json.put("events", events);
        ObjectNode leaves = json.putObject("leaves");
        leaves.put("first", proof.begin());
        leaves.put("end", proof.end());
        ArrayNode beside = leaves.putArray("beside");
        proof.beside().stream().map(Hash::base64).forEach(beside::add);
        sums(json.putObject("sums"), books);
        sums(json.putObject("sums_of_tests"), tests);
        ArrayNode listed = json.putArray("files");
        for (WrittenFile file : files) {
            listed.addObject()
                    .put("path", file.path())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static void sums(ObjectNode json, Sums sums) {
        sums.byCurrency().forEach((currency, byName) -> {
            ObjectNode of = json.putObject(currency);
            byName.forEach((name, amount) -> of.put(name, amount.toPlainString()));
        });
    }

    /** What is signed of a manifest: its name and checksum. */
    public static String signed(String sha256) {
        return FORMAT + "\n" + FILE + "\nsha256 " + sha256 + "\n";
    }
}
