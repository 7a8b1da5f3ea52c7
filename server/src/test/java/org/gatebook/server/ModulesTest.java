package org.gatebook.server;

import org.gatebook.web.rules.ModuleRules;
import org.junit.jupiter.api.Test;

class ModulesTest {

    @Test
    void every_module_keeps_to_its_place_and_decisions_are_pure() {
        ModuleRules.check();
    }
}
