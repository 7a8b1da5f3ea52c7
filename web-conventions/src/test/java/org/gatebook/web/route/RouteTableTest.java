package org.gatebook.web.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.DeviceProfile;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class RouteTableTest {

    private static final String CARDS = "/api/v1/organizers/{organizer}/giftcards/";

    @RestController
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = Permission.CAN_MANAGE_GIFT_CARDS,
            write = Permission.CAN_MANAGE_GIFT_CARDS)
    static class Reading {
        @GetMapping(CARDS)
        Answer list() {
            return Answer.noContent();
        }

        @GetMapping(CARDS + "{id}/")
        Answer detail() {
            return Answer.noContent();
        }
    }

    @RestController
    @RequestMapping(CARDS)
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = Permission.CAN_MANAGE_GIFT_CARDS,
            write = Permission.CAN_MANAGE_GIFT_CARDS)
    static class Writing {
        @PostMapping
        Answer create() {
            return Answer.noContent();
        }

        @PostMapping("{id}/transact/")
        Answer transact() {
            return Answer.noContent();
        }

        @DeleteMapping("special/")
        @ApiResource(
                scope = Scope.ORGANIZER,
                read = {},
                write = Permission.CAN_CHANGE_TEAMS)
        Answer special() {
            return Answer.noContent();
        }
    }

    @RestController
    static class Undeclared {
        @GetMapping("/api/v1/undeclared/")
        Answer get() {
            return Answer.noContent();
        }
    }

    @RestController
    @ApiResource(
            scope = Scope.EVENT,
            read = {},
            write = {})
    static class Mistaken {
        @PostMapping("/api/v1/organizers/{organizer}/items/")
        String create() {
            return "";
        }
    }

    @RestController
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {},
            write = {})
    static class Disagreeing {
        @DeleteMapping(CARDS)
        Answer delete() {
            return Answer.noContent();
        }
    }

    private static RouteTable table(Class<?>... controllers) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(controllers);
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            Map<RequestMappingInfo, HandlerMethod> mappings = mapping.getHandlerMethods();
            return RouteTable.of(mappings);
        }
    }

    @Nested
    class Finding {

        private final RouteTable table = table(Reading.class, Writing.class);

        private ApiRoute found(String path) {
            return ((Resolution.Found) table.resolve(path)).route();
        }

        @Test
        void handlers_of_several_controllers_share_one_path() {
            ApiRoute list = found("/api/v1/organizers/o/giftcards/");
            assertThat(list.methods()).isEqualTo(Set.of("GET", "POST"));
            assertThat(list.allow()).isEqualTo("GET, POST, HEAD, OPTIONS");
            assertThat(list.handler("HEAD")).isEqualTo(list.handler("GET"));
            assertThat(list.handler("PUT")).isNull();
        }

        @Test
        void variables_are_decoded_and_a_literal_wins_over_a_variable() {
            assertThat(((Resolution.Found) table.resolve("/api/v1/organizers/o%2Fx/giftcards/a+b%20c/")).variables())
                    .isEqualTo(Map.of("organizer", "o/x", "id", "a+b c"));
            assertThat(found("/api/v1/organizers/o/giftcards/special/").methods())
                    .isEqualTo(Set.of("DELETE"));
            assertThat(found("/api/v1/organizers/o/giftcards/special/transact/").pattern())
                    .endsWith("{id}/transact/");
        }

        @Test
        void a_missing_slash_is_noticed_and_a_doubled_one_is_nothing() {
            assertThat(table.resolve("/api/v1/organizers/o/giftcards")).isInstanceOf(Resolution.LacksSlash.class);
            assertThat(table.resolve("/api/v1/organizers/o/giftcards//")).isInstanceOf(Resolution.Nothing.class);
            assertThat(table.resolve("/api/v1/organizers//giftcards/")).isInstanceOf(Resolution.Nothing.class);
            assertThat(table.resolve("/api/v1/organizers/o/giftcards/%00/")).isInstanceOf(Resolution.Nothing.class);
            assertThat(table.resolve("/api/v1/nonsense/")).isInstanceOf(Resolution.Nothing.class);
        }

        @Test
        void a_method_may_declare_otherwise_than_its_class() {
            assertThat(found("/api/v1/organizers/o/giftcards/special/")
                            .requirement()
                            .anyOf(false))
                    .containsExactly(Permission.CAN_CHANGE_TEAMS);
        }

        @Test
        void a_profile_opens_the_methods_on_its_list_only() {
            ApiRoute transact = found("/api/v1/organizers/o/giftcards/7/transact/");
            assertThat(transact.opens(DeviceProfile.PRETIXPOS, "POST")).isTrue();
            assertThat(transact.opens(DeviceProfile.PRETIXPOS, "GET")).isFalse();
            assertThat(transact.opens(DeviceProfile.PRETIXSCAN, "POST")).isFalse();
            assertThat(transact.opens(DeviceProfile.FULL, "DELETE")).isTrue();
            assertThat(found("/api/v1/organizers/o/giftcards/7/").opens(DeviceProfile.PRETIXPOS, "GET"))
                    .isFalse();
        }
    }

    @Nested
    class Refusing {

        @Test
        void a_route_without_a_declaration() {
            assertThatThrownBy(() -> table(Undeclared.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("/api/v1/undeclared/")
                    .hasMessageContaining("declares no @ApiResource");
        }

        @Test
        void a_route_whose_path_cannot_hold_its_scope_or_that_returns_no_answer() {
            assertThatThrownBy(() -> table(Mistaken.class))
                    .hasMessageContaining("has no variable {event}")
                    .hasMessageContaining("does not return an Answer");
        }

        @Test
        void two_controllers_that_disagree_about_a_path() {
            assertThatThrownBy(() -> table(Reading.class, Disagreeing.class))
                    .hasMessageContaining("requires something else than another controller");
        }
    }
}
