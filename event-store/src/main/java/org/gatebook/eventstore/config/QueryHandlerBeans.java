package org.gatebook.eventstore.config;

import java.lang.reflect.Method;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.eventstore.message.HandlerQuestions;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** Finds the beans that answer queries. */
final class QueryHandlerBeans {

    private static final MethodFilter ANSWERS =
            method -> AnnotatedElementUtils.hasAnnotation(method, QueryHandler.class);

    private QueryHandlerBeans() {}

    static void register(HandlerQuestions questions, ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && !type.getName().startsWith("org.springframework.")) {
                Set<Method> answers = MethodIntrospector.selectMethods(type, ANSWERS);
                answers.forEach(method -> questions.register(beans.getBean(name), method));
            }
        }
    }
}
