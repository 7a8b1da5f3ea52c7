package org.gatebook.eventstore.config;

import java.lang.reflect.Method;
import java.util.Set;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** Finds the beans that answer queries. */
final class QueryHandlerBeans {

    private static final MethodFilter ANSWERS =
            method -> AnnotatedElementUtils.hasAnnotation(method, QueryHandler.class);

    private QueryHandlerBeans() {}

    static void subscribe(QueryBus bus, ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            if (type != null && !type.getName().startsWith("org.springframework.")) {
                Set<Method> answers = MethodIntrospector.selectMethods(type, ANSWERS);
                if (!answers.isEmpty()) {
                    new AnnotationQueryHandlerAdapter<>(beans.getBean(name)).subscribe(bus);
                }
            }
        }
    }
}
