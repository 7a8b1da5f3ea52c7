package org.gatebook.eventstore.log;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.gatebook.eventstore.AuditContext;
import org.gatebook.eventstore.AuditContext.IncompleteAudit;
import org.jspecify.annotations.Nullable;

/** The audit context of the current unit, kept with its root unit of work. */
public final class CurrentAudit {

    private static final String KEY = CurrentAudit.class.getName();

    private CurrentAudit() {}

    /** From now on the current unit records under this context. */
    public static void set(AuditContext context) {
        CurrentUnitOfWork.get().root().resources().put(KEY, context);
    }

    /** @throws IncompleteAudit when there is no unit, or none that knows its cause */
    public static AuditContext get() {
        @Nullable
        AuditContext context = CurrentUnitOfWork.isStarted()
                ? (AuditContext) CurrentUnitOfWork.get().root().resources().get(KEY)
                : null;
        if (context == null) {
            throw new IncompleteAudit("everything, because no write unit is open");
        }
        return context;
    }
}
