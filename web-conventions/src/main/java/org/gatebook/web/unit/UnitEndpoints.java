package org.gatebook.web.unit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The few endpoints that belong to no resource. */
@Configuration(proxyBeanMethods = false)
@Import({IdempotencyQueryEndpoint.class, SessionUserEndpoint.class})
public class UnitEndpoints {}
