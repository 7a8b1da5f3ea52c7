package org.gatebook.command.code;

import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

    @Bean
    RandomCodes randomCodes() {
        return new RandomCodes(new SecureRandom());
    }
}
