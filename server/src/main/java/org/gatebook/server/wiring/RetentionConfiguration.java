package org.gatebook.server.wiring;

import java.time.Duration;
import java.util.List;
import org.gatebook.catalogue.cart.CartRetention;
import org.gatebook.catalogue.upload.UploadedFiles;
import org.gatebook.eventstore.unit.IdempotencyRecords;
import org.gatebook.query.mail.MailRetention;
import org.gatebook.server.job.Retention;
import org.gatebook.server.job.Retention.Kept;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table of what is deleted by itself. Where the API promises for how long something is kept, there is no setting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RetentionConfiguration {

    @Bean
    Retention retention(
            ServerSettings settings,
            IdempotencyRecords answers,
            UploadedFiles uploads,
            CartRetention carts,
            MailRetention mails) {
        ServerSettings.Kept kept = settings.kept();
        return new Retention(List.of(
                new Kept(
                        "forget-old-answers",
                        "answers",
                        Duration.ofMinutes(10),
                        IdempotencyRecords.KEPT,
                        answers::deleteOlderThan),
                new Kept("forget-old-uploads", "uploads", Duration.ofHours(1), Duration.ZERO, uploads::deleteExpired),
                new Kept("empty-old-carts", "carts", Duration.ofHours(6), kept.carts(), carts::emptyOlderThan),
                new Kept("forget-old-mails", "mails", Duration.ofDays(1), kept.mail(), mails::deleteOlderThan)));
    }
}
