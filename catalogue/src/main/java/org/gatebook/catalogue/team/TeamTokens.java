package org.gatebook.catalogue.team;

import static org.gatebook.catalogue.resource.Sensitivity.PLAIN;
import static org.gatebook.catalogue.resource.Sensitivity.SECRET;
import static org.gatebook.web.form.kind.Types.text;

import java.util.Map;
import org.gatebook.catalogue.RandomText;
import org.gatebook.catalogue.crud.Change;
import org.gatebook.catalogue.crud.Resource;
import org.gatebook.catalogue.resource.KeptBy;
import org.gatebook.web.auth.TokenHash;
import org.gatebook.web.form.Field;

/** API tokens, parts of their team. Of the text only the hash is kept; the answer to the POST shows it once. */
public final class TeamTokens {

    private static final int LENGTH = 64;

    static final Field<String> NAME = Field.required("name", text().upTo(190));

    /** The declaration. */
    public static final Resource RESOURCE = Resource.declare("team_token", KeptBy.DIRECTORY)
            .id()
            .field(PLAIN, NAME)
            .made(PLAIN, "active")
            .kept(SECRET, "token")
            .before(TeamTokens::make)
            .build();

    private TeamTokens() {}

    private static void make(Change change) {
        if (change.isNew()) {
            String text = RandomText.of(RandomText.LOWER_CASE, LENGTH);
            change.set("active", true).set("token", stored(text)).reveal("token", text);
        }
    }

    /** What is kept of a token. */
    public static Map<String, String> stored(String text) {
        return Map.of("hash", TokenHash.of(text).hex());
    }
}
