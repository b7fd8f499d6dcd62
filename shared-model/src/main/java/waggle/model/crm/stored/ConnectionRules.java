package waggle.model.crm.stored;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;

/** The rules of connections: their number, and the states that clients may write. */
final class ConnectionRules implements Rule<CrmConnection> {
    @Override
    public CrmConnection complete(Write write, @Nullable CrmConnection before, CrmConnection value) {
        if (before == null) {
            if (write.count(CrmConnection.RESOURCE) >= CrmConnection.MOST) {
                throw WaggleException.conflict(
                        "A company has at most %d CRM connections".formatted(CrmConnection.MOST));
            }
            return value.in(value.status() == Status.PAUSED ? Status.PAUSED : Status.CONNECTING, null);
        }
        if (!(write.actor() instanceof Actor.ApiKey)) {
            return value;
        }
        if (value.status() != before.status()) {
            return written(before, value);
        }
        var isShareChanged = !Objects.equals(value.dailyQuotaShare(), before.dailyQuotaShare());
        return value.status() == Status.LIMITED && isShareChanged ? activated(value) : value;
    }

    private static CrmConnection written(CrmConnection before, CrmConnection value) {
        return switch (value.status()) {
            case PAUSED -> value.in(Status.PAUSED, null);
            // Other credentials may have been written while the connection was paused: it looks at its account again.
            case CONNECTING -> value.in(Status.CONNECTING, null);
            case ACTIVE -> before.status() == Status.PAUSED ? value.in(Status.CONNECTING, null) : activated(value);
            case NEEDS_REAUTH, LIMITED, FAILING ->
                throw WaggleException.invalid(List.of(new Fault("status", "must be active or paused")));
        };
    }

    /** A connection that has never reached its account connects again. */
    private static CrmConnection activated(CrmConnection value) {
        return value.in(value.remoteAccount() == null ? Status.CONNECTING : Status.ACTIVE, null);
    }
}
