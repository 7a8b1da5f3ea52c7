package org.gatebook.query.audit.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.gatebook.eventstore.EventReader.StoredEvent;
import org.gatebook.eventstore.evidence.EventLeaf;
import org.gatebook.eventstore.merkle.Hash;
import org.gatebook.eventstore.merkle.RangeProof;
import org.gatebook.eventstore.note.Checkpoint;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.query.audit.pack.EventLines;
import tools.jackson.databind.JsonNode;

/** That the events are those of the signed log, and none is missing within its stream. */
final class TreeCheck {

    private static final String LEAVES = "proof/leaves.bin";
    private static final String EVENTS = "events/events.jsonl";

    private final PackageReader files;
    private final JsonNode manifest;
    private final Findings findings;
    private final RangeProof range;

    TreeCheck(PackageReader files, JsonNode manifest, long size, Findings findings) {
        this.files = files;
        this.manifest = manifest;
        this.findings = findings;
        JsonNode leaves = manifest.required("leaves");
        List<Hash> beside = new ArrayList<>();
        leaves.required("beside").forEach(hash -> beside.add(Hash.ofBase64(hash.asString())));
        this.range = new RangeProof(
                leaves.required("first").asLong(), leaves.required("end").asLong(), size, beside);
    }

    /** Of a package and a checkpoint that a trusted key has signed. */
    static TreeCheck of(PackageReader files, JsonNode manifest, List<VerifierKey> trusted, Findings findings)
            throws IOException {
        SignedNote note = SignedNote.parse(files.text("proof/checkpoint"));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        VerifierKey signer = note.verifiedBy(trusted).orElse(null);
        if (signer == null) {
            findings.add("proof/checkpoint", "no trusted key has signed it");
        } else if (!signer.name().equals(checkpoint.origin())) {
            findings.add("proof/checkpoint", "is one of another log, " + checkpoint.origin());
        }
        TreeCheck check = new TreeCheck(files, manifest, checkpoint.size(), findings);
        check.root(checkpoint);
        return check;
    }

    private void root(Checkpoint checkpoint) throws IOException {
        findings.say("leaves " + range.begin() + " to " + range.end() + " of the " + checkpoint.size() + " events of "
                + checkpoint.origin());
        try (InputStream in = files.bytes(LEAVES)) {
            if (!range.root(new Leaves(in)).equals(checkpoint.root())) {
                findings.add(LEAVES, "CHANGED: its hashes do not lead to the root of the signed checkpoint");
            }
        } catch (NoSuchElementException | IllegalArgumentException e) {
            findings.add(LEAVES, "has not the hashes that the checkpoint needs");
        }
    }

    /**
     * Compares every event with its leaf.
     *
     * @return their positions, growing
     */
    long[] events() throws IOException {
        long[] positions = new long[1 << 10];
        int count = 0;
        int number = 0;
        long last = range.begin() - 1;
        Map<String, Long> next = new HashMap<>();
        try (InputStream in = files.bytes(LEAVES);
                BufferedReader lines = files.lines(EVENTS)) {
            Leaves leaves = new Leaves(in);
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                String where = EVENTS + " line " + number;
                EventLines.Line line;
                try {
                    line = EventLines.parse(text);
                } catch (RuntimeException e) {
                    findings.add(
                            where,
                            "is no event: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
                    continue;
                }
                StoredEvent event = line.event();
                String name = "position " + event.position() + ", " + event.aggregateId();
                if (line.leaf() <= last) {
                    findings.add(where, "DOUBLED or REORDERED: " + name);
                } else {
                    for (; last < line.leaf() - 1 && leaves.hasNext(); last++) {
                        leaves.next();
                    }
                    last = line.leaf();
                    if (!leaves.hasNext() || !leaves.next().equals(EventLeaf.hash(event))) {
                        findings.add(where, "CHANGED or ADDED: " + name + ", has not the hash of its leaf");
                    }
                }
                place(where, name, event, next);
                positions = count == positions.length ? Arrays.copyOf(positions, 2 * count) : positions;
                positions[count++] = event.position();
            }
        }
        long said = manifest.required("events").asLong();
        if (number != said) {
            findings.add(EVENTS, "has " + number + " lines, the manifest says " + said);
        }
        findings.say(number + " events compared with their hashes");
        long[] found = Arrays.copyOf(positions, count);
        Arrays.sort(found);
        return found;
    }

    private void place(String where, String name, StoredEvent event, Map<String, Long> next) {
        if (event.position() <= manifest.required("after_position").asLong()
                || event.position() > manifest.required("up_to_position").asLong()) {
            findings.add(where, name + ", is not in the period");
        }
        Long expected = next.put(event.aggregateId(), event.sequence() + 1);
        if (expected != null && expected != event.sequence()) {
            findings.add(where, "REMOVED: before " + name + ", event " + expected + " of this stream is missing");
        }
    }

    /** Hashes, one behind the other. */
    private static final class Leaves implements Iterator<Hash> {

        private final InputStream in;
        private byte[] following;

        Leaves(InputStream in) {
            this.in = in;
            this.following = read();
        }

        private byte[] read() {
            try {
                return in.readNBytes(Hash.BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean hasNext() {
            return following.length > 0;
        }

        @Override
        public Hash next() {
            if (following.length != Hash.BYTES) {
                throw new NoSuchElementException();
            }
            Hash hash = Hash.read(following, 0);
            following = read();
            return hash;
        }
    }
}
