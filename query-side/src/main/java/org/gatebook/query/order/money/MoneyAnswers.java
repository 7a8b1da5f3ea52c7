package org.gatebook.query.order.money;

import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.gatebook.api.order.OrderQuery.ShowPayment;
import org.gatebook.api.order.OrderQuery.ShowRefund;
import org.springframework.stereotype.Component;

/** Answers what other sides ask about payments and refunds. */
@Component
class MoneyAnswers {

    private final OrderMoney money;

    MoneyAnswers(OrderMoney money) {
        this.money = money;
    }

    @QueryHandler
    Optional<Object> show(ShowPayment query) {
        return money.one(query.organizer(), query.order(), OrderMoney.PAYMENTS, query.localId(), query.shape());
    }

    @QueryHandler
    Optional<Object> show(ShowRefund query) {
        return money.one(query.organizer(), query.order(), OrderMoney.REFUNDS, query.localId(), query.shape());
    }
}
