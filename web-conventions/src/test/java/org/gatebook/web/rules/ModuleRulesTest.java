package org.gatebook.web.rules;

import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void the_modules_below_keep_to_their_place() {
        ModuleRules.check();
    }
}
