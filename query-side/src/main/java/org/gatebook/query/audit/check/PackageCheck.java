package org.gatebook.query.audit.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import org.gatebook.eventstore.note.SignedNote;
import org.gatebook.eventstore.note.VerifierKey;
import org.gatebook.query.audit.pack.Manifest;
import tools.jackson.databind.JsonNode;

/**
 * Checks an audit package: the checksum of each file, the signatures, that every event is in the signed log, and that all
 * sums follow. Needs the package, and the log's public key for it to mean something. The package's {@code check.py} does
 * the same, so that an auditor need not believe the software that is audited.
 */
public final class PackageCheck {

    private final PackageReader files;
    private final List<VerifierKey> given;
    private final Findings findings = new Findings();

    private PackageCheck(PackageReader files, List<VerifierKey> given) {
        this.files = files;
        this.given = given;
    }

    /** A step of the check; where it cannot be read further, the next one is tried. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    /**
     * Checks the package there.
     *
     * @param given keys that are trusted; none = the package's own, which proves only that it fits together
     */
    public static Findings run(Path location, List<VerifierKey> given) {
        Findings unreadable = new Findings();
        try (PackageReader files = new PackageReader(location)) {
            return new PackageCheck(files, given).run();
        } catch (IOException | RuntimeException e) {
            unreadable.add(location.toString(), "is no audit package: " + e.getMessage());
            return unreadable;
        }
    }

    private Findings run() throws IOException {
        JsonNode manifest = files.json(Manifest.FILE);
        if (!manifest.path("format").asString("").equals(Manifest.FORMAT)) {
            throw new IOException("its format is not " + Manifest.FORMAT);
        }
        findings.say("package of " + manifest.required("organizer").asString() + ", "
                + (manifest.required("event").isNull()
                        ? "all events"
                        : manifest.required("event").asString())
                + ": " + manifest.required("from").asString() + " to "
                + manifest.required("to").asString() + ", positions "
                + (manifest.required("after_position").asLong() + 1) + " to "
                + manifest.required("up_to_position").asLong());
        List<VerifierKey> trusted =
                given.isEmpty() ? List.of(VerifierKey.parse(files.text("proof/public-key"))) : given;
        trusted.forEach(key -> findings.say(
                given.isEmpty()
                        ? "UNCONFIRMED key " + key + "; compare it with the one that you were given"
                        : "trusted key " + key));
        step(() -> checksums(manifest));
        step(() -> signature(trusted));
        step(() -> contents(manifest, trusted));
        return findings;
    }

    private void step(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            findings.add("package", "cannot be read further: " + e.getMessage());
        }
    }

    private void checksums(JsonNode manifest) throws IOException {
        SortedSet<String> there = files.paths();
        there.remove(Manifest.FILE);
        there.remove(Manifest.SIGNATURE);
        int compared = 0;
        for (JsonNode file : manifest.required("files")) {
            String path = file.required("path").asString();
            compared++;
            if (!there.remove(path)) {
                findings.add(path, "is missing");
            } else if (!sha256(path).equals(file.required("sha256").asString())) {
                findings.add(path, "CHANGED: its checksum is not that of the manifest");
            }
        }
        there.forEach(path -> findings.add(path, "is not in the manifest"));
        findings.say(compared + " files compared with their checksums");
    }

    private void signature(List<VerifierKey> trusted) throws IOException {
        if (!files.has(Manifest.SIGNATURE)) {
            findings.add(Manifest.SIGNATURE, "is missing: nobody vouches for the tables");
            return;
        }
        SignedNote note = SignedNote.parse(files.text(Manifest.SIGNATURE));
        if (note.verifiedBy(trusted).isEmpty()) {
            findings.add(Manifest.SIGNATURE, "no trusted key has signed it");
        }
        if (!note.text().equals(Manifest.signed(sha256(Manifest.FILE)))) {
            findings.add(Manifest.FILE, "CHANGED: it is not the one that was signed");
        }
    }

    private void contents(JsonNode manifest, List<VerifierKey> trusted) throws IOException {
        long[] positions = TreeCheck.of(files, manifest, trusted, findings).events();
        for (String folder : List.of("books", "test")) {
            step(() -> new BookCheck(files, folder, positions, findings).run());
            step(() -> new CardCheck(files, folder, findings).run());
        }
        step(() -> new InvoiceCheck(files, manifest, findings).run());
    }

    private String sha256(String path) throws IOException {
        try (InputStream in = files.bytes(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
