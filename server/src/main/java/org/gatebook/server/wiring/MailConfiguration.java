package org.gatebook.server.wiring;

import java.util.Objects;
import org.gatebook.query.mail.MailDispatch;
import org.gatebook.query.mail.MailDispatches;
import org.gatebook.server.mail.SmtpServer;
import org.gatebook.server.settings.ServerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What sends mail, where a server was named that takes it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(MailConfiguration.BY_SMTP)
public class MailConfiguration {

    /** The property that says whether mail leaves at all. */
    public static final String BY_SMTP = "gatebook.mail-by-smtp";

    @Bean(destroyMethod = "close")
    MailDispatch mailDispatch(MailDispatches dispatches, ServerSettings settings) {
        ServerSettings.Mail mail = settings.mail();
        return dispatches.through(new SmtpServer(Objects.requireNonNull(mail.server()), mail.from()));
    }

    @Bean
    BeforeRequests mailFollows(MailDispatch dispatch) {
        return new BeforeRequests(BeforeRequests.FOLLOWING, dispatch::start);
    }
}
