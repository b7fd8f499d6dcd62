package waggle.model.deals;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.leads.Lead;
import waggle.model.records.Entity;
import waggle.model.transaction.Change;
import waggle.model.transaction.Refusal;

/**
 * A lead is converted as long as it has deals (docs/api.md, "Leads, deals and notes"). The first deal converts the lead, and
 * the removal of the last one makes it qualified again. The lead's item has the uuids of its deals.
 */
final class DealOfLead implements Rule<Deal> {
    /** Attribute of a lead: the uuids of its deals. */
    static final String DEALS = "deals";

    private static final int MOST = 1_000;

    @Override
    public void follow(Write write, @Nullable Entity<Deal> before, @Nullable Entity<Deal> after) {
        if (before == null && after != null && after.value().leadUuid() != null) {
            join(write, after.value().leadUuid(), after.uuid());
        } else if (before != null && after == null && before.value().leadUuid() != null) {
            leave(write, before.value().leadUuid(), before.uuid());
        }
    }

    private static void join(Write write, UUID lead, UUID deal) {
        if (!write.get(Lead.RESOURCE, lead).value().isConverted()) {
            write.change(Lead.RESOURCE, lead, open -> open.with(Lead.Status.CONVERTED));
            change(write, lead).addTo(DEALS, deal.toString());
        } else {
            write.transaction()
                    .change(
                            Lead.RESOURCE.key(write.company(), lead),
                            stored -> number(stored.get(DEALS)) < MOST
                                    ? Optional.empty()
                                    : Optional.of(new WaggleException(
                                            ErrorCode.CONFLICT, "A lead has at most %d deals".formatted(MOST))))
                    .require("status", AttributeValue.fromS("converted"))
                    .requireSmaller(DEALS, MOST)
                    .addTo(DEALS, deal.toString());
        }
    }

    private static int number(@Nullable AttributeValue deals) {
        return deals == null ? 0 : deals.ss().size();
    }

    private static void leave(Write write, UUID lead, UUID deal) {
        var count =
                Objects.requireNonNull(write.get(Lead.RESOURCE, lead).counts().get(Lead.DEALS));
        var change = change(write, lead).deleteFrom(DEALS, deal.toString());
        if (count.compareTo(BigDecimal.ONE) > 0) {
            change.where(Lead.DEALS + " > " + change.value(AttributeValue.fromN("1")));
        } else {
            change.require(Lead.DEALS, AttributeValue.fromN("1"));
            write.change(Lead.RESOURCE, lead, converted -> converted.with(Lead.Status.QUALIFIED));
        }
    }

    private static Change change(Write write, UUID lead) {
        return write.transaction().change(Lead.RESOURCE.key(write.company(), lead), Refusal.raced());
    }
}
