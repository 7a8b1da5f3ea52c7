package org.gatebook.web.node;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatebook.eventstore.CommandSender;
import org.gatebook.eventstore.Questions;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.counter.CounterCommand.OpenCounter;
import org.gatebook.eventstore.counter.CounterCommand.RaiseCounter;
import org.gatebook.eventstore.counter.CounterReadModels.ValueOf;
import org.gatebook.web.answer.Answer;
import org.gatebook.web.answer.RawJson;
import org.gatebook.web.auth.ApiResource;
import org.gatebook.web.auth.Permission;
import org.gatebook.web.auth.Scope;
import org.gatebook.web.error.ApiError;
import org.gatebook.web.request.ApiRequest;
import org.gatebook.web.request.PageGenerated;
import org.gatebook.web.request.RequestBody;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Toy resources: one that reads, one that writes, and one of each other scope. */
final class CounterEndpoints {

    static final String COUNTERS = "/api/v1/organizers/{organizer}/counters/";

    private CounterEndpoints() {}

    @RestController
    @RequestMapping(COUNTERS)
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {Permission.CAN_MANAGE_GIFT_CARDS, Permission.CAN_VIEW_ORDERS},
            write = Permission.CAN_MANAGE_GIFT_CARDS)
    static class Reading {

        private final Questions questions;

        Reading(Questions questions) {
            this.questions = questions;
        }

        @GetMapping
        @PageGenerated
        Answer list(ApiRequest request) {
            return Answer.ok(Map.of(
                    "results",
                    List.of(new RawJson("{\"long\":\"" + "x".repeat(5000) + "\"}")),
                    "link",
                    request.links().to(request.path()),
                    "client",
                    request.clientAddress(),
                    "now",
                    request.now()));
        }

        @GetMapping("{id}/")
        Answer detail(@PathVariable long id) {
            long value = questions.ask(new ValueOf("counter:" + id));
            return value < 0 ? Answer.notFound() : Answer.ok(Map.of("id", id, "value", value));
        }
    }

    @RestController
    @RequestMapping(COUNTERS)
    @ApiResource(
            scope = Scope.ORGANIZER,
            read = {Permission.CAN_MANAGE_GIFT_CARDS, Permission.CAN_VIEW_ORDERS},
            write = Permission.CAN_MANAGE_GIFT_CARDS)
    static class Writing {

        private final CommandSender commands;
        private final Questions questions;
        final AtomicInteger collisionsAhead = new AtomicInteger();
        final AtomicInteger tries = new AtomicInteger();
        volatile CountDownLatch reached = new CountDownLatch(0);
        volatile CountDownLatch goOn = new CountDownLatch(0);

        Writing(CommandSender commands, Questions questions) {
            this.commands = commands;
            this.questions = questions;
        }

        @PostMapping
        Answer open(ApiRequest request) {
            String counter = "counter:" + request.clientId();
            commands.send(new OpenCounter(counter));
            return Answer.createdLater(
                    () -> Map.of("id", request.clientId(), "value", questions.ask(new ValueOf(counter))));
        }

        @PostMapping("{id}/raise/")
        Answer raise(ApiRequest request, @PathVariable long id) {
            tries.incrementAndGet();
            RequestBody.Json body = (RequestBody.Json) request.body();
            int by = body.value().path("by").asInt();
            if (by == 0) {
                throw ApiError.list("A valid number is required.").rejected();
            }
            var decision = commands.send(new RaiseCounter("counter:" + id, by, 100));
            if (collisionsAhead.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new TransactionalUnit.Collision("another unit was first");
            }
            return Answer.decided(
                    decision,
                    value -> Answer.okLater(
                            () -> Map.of("id", id, "value", questions.ask(new ValueOf("counter:" + id)))));
        }

        /** Stays until it is told to go on. */
        @PostMapping("{id}/wait/")
        Answer await(ApiRequest request, @PathVariable long id) throws InterruptedException {
            reached.countDown();
            goOn.await();
            return Answer.ok(Map.of("waited", id));
        }

        /** Raises, and then cannot be rendered. */
        @PostMapping("{id}/break/")
        Answer broken(@PathVariable long id) {
            commands.send(new RaiseCounter("counter:" + id, 1, 100));
            return Answer.okLater(() -> {
                throw new IllegalStateException("cannot be rendered");
            });
        }

        @PatchMapping("{id}/")
        Answer change(ApiRequest request, @PathVariable long id) {
            if (questions.ask(new ValueOf("counter:" + id)) < 0) {
                return Answer.notFound();
            }
            return switch (request.body()) {
                case RequestBody.Json json -> Answer.ok(Map.of("json", json.value()));
                case RequestBody.Form form -> Answer.ok(Map.of("form", form.fields()));
            };
        }

        @DeleteMapping("{id}/")
        Answer delete(@PathVariable long id) {
            return questions.ask(new ValueOf("counter:" + id)) < 0
                    ? Answer.notFound()
                    : Answer.methodNotAllowed("Counters cannot be deleted.");
        }
    }

    @RestController
    @ApiResource(
            scope = Scope.EVENT,
            read = Permission.CAN_VIEW_ORDERS,
            write = Permission.CAN_CHANGE_ORDERS,
            door = true)
    static class Door {

        private final Writing writing;

        Door(Writing writing) {
            this.writing = writing;
        }

        @PostMapping("/api/v1/organizers/{organizer}/events/{event}/scan/")
        Answer scan(ApiRequest request) throws InterruptedException {
            if (writing.collisionsAhead.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new TransactionalUnit.Collision("another unit was first");
            }
            writing.reached.countDown();
            writing.goOn.await();
            return Answer.ok(Map.of("event", request.event().value()));
        }

        @GetMapping("/api/v1/organizers/{organizer}/events/{event}/scan/")
        Answer scans() {
            return Answer.ok(List.of());
        }
    }

    /** As the old apps' API is: nobody is asked who he is. */
    @RestController
    @ApiResource(
            scope = Scope.OPEN,
            read = {},
            write = {},
            door = true)
    static class OldDoor {

        private final Writing writing;

        OldDoor(Writing writing) {
            this.writing = writing;
        }

        @PostMapping("/pretixdroid/api/{organizer}/{event}/redeem/")
        Answer scan() {
            if (writing.collisionsAhead.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new TransactionalUnit.Collision("another unit was first");
            }
            return Answer.ok(Map.of("status", "ok"));
        }
    }

    @RestController
    @ApiResource(
            scope = Scope.DEVICE,
            read = {},
            write = {})
    static class Device {
        @GetMapping("/api/v1/device/info")
        Answer info(ApiRequest request) {
            return Answer.ok(Map.of("api_token", request.presentedToken()));
        }
    }

    @RestController
    @ApiResource(
            scope = Scope.CREDENTIAL,
            read = {},
            write = {})
    static class Version {
        @GetMapping("/api/v1/version")
        Answer version() {
            return Answer.ok(Map.of("pretix", "2024.9.0"));
        }
    }
}
