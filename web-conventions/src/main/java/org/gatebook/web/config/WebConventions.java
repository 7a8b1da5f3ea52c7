package org.gatebook.web.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.gatebook.eventstore.TransactionalUnit;
import org.gatebook.eventstore.backup.LostTimes;
import org.gatebook.eventstore.log.PageClock;
import org.gatebook.eventstore.past.PastReads;
import org.gatebook.eventstore.streaming.Followers;
import org.gatebook.web.access.Admission;
import org.gatebook.web.auth.CredentialDirectory;
import org.gatebook.web.auth.EventDirectory;
import org.gatebook.web.request.PointsInTime;
import org.gatebook.web.unit.RequestUnit;
import org.gatebook.web.unit.Routing;
import org.gatebook.web.unit.Standpoint;
import org.gatebook.web.unit.UnitEndpoints;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the conventions together. What supports them (unit, directories) comes from the modules around. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(UnitEndpoints.class)
public class WebConventions {

    /** After the filter that sets the encoding, before all that might read the body. */
    private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private static final DataSize WORTH_COMPRESSING = DataSize.ofKilobytes(2);

    @Bean
    @ConditionalOnMissingBean
    HttpSettings httpSettings() {
        return HttpSettings.defaults();
    }

    /** Until somebody knows events, there are none. */
    @Bean
    @ConditionalOnMissingBean
    EventDirectory noEvents() {
        return (organizer, event) -> false;
    }

    @Bean
    PointsInTime pointsInTime(ObjectProvider<PastReads> past) {
        return new PointsInTime(SingletonSupplier.ofNullable(past::getIfAvailable));
    }

    @Bean
    Routing routing(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            @Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter,
            PageClock pageClock,
            ObjectProvider<Followers> followers,
            PointsInTime points,
            LostTimes lostTimes) {
        // Looked up once: the bean factory searches all its beans each time.
        SingletonSupplier<Followers> following = SingletonSupplier.ofNullable(followers::getIfAvailable);
        return new Routing(mapping, adapter, pageClock::read, new Standpoint(following, points), lostTimes::hold);
    }

    @Bean
    Admission admission(CredentialDirectory credentials, EventDirectory events) {
        return new Admission(credentials, events);
    }

    @Bean
    RequestUnit requestUnit(
            TransactionalUnit units,
            Routing routing,
            Admission admission,
            HttpSettings settings,
            ObjectProvider<MeterRegistry> metrics) {
        return new RequestUnit(
                units, routing, admission, settings, metrics.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    FilterRegistrationBean<RequestUnit> requestUnitFilter(RequestUnit unit) {
        FilterRegistrationBean<RequestUnit> registration = new FilterRegistrationBean<>(unit);
        registration.setUrlPatterns(List.of("/api/*", "/pretixdroid/*"));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    /** Tomcat as the clients expect it: compressed answers, and no refusal of its own for what they really send. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatForTheApi() {
        return factory -> {
            Compression compression = new Compression();
            compression.setEnabled(true);
            compression.setMimeTypes(new String[] {"application/json"});
            compression.setMinResponseSize(WORTH_COMPRESSING);
            factory.setCompression(compression);
            factory.addConnectorCustomizers(connector -> {
                // Ticket secrets in paths may hold an encoded slash, and brackets come unencoded in parameters.
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setProperty("relaxedQueryChars", "[]|{}^`\"<>\\");
                connector.setProperty("relaxedPathChars", "[]|{}^`\"<>");
            });
        };
    }
}
