package org.gatebook.catalogue.category;

import org.gatebook.api.offer.Category;
import org.gatebook.catalogue.offer.OfferPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CategoriesOffered {

    @Bean
    OfferPart<Category> categoriesOfEvent(Categories categories) {
        return OfferPart.ofEach(Category.class, categories.resource().type(), Categories::offered);
    }
}
