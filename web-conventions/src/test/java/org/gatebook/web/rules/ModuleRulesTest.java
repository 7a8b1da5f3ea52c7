package org.gatebook.web.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.gatebook.command.broken.BrokenDecider;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    @Test
    void the_modules_below_keep_to_their_place() {
        ModuleRules.check();
    }

    @Test
    void a_decider_that_asks_the_clock_or_chance_is_found() {
        JavaClasses broken = new ClassFileImporter().importClasses(BrokenDecider.class, BrokenDecider.Later.class);
        assertThat(ModuleRules.decidingHasNoClock().evaluate(broken).hasViolation())
                .isTrue();
        assertThat(ModuleRules.decidingIsPure().evaluate(broken).hasViolation()).isTrue();
    }
}
