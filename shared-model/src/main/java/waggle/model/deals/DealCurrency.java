package waggle.model.deals;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.WaggleException;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/** A deal keeps its currency as long as it has payments, which have the same one (docs/api.md, "Payments"). */
final class DealCurrency implements Rule<Deal> {

    @Override
    public void follow(Write write, @Nullable Entity<Deal> before, @Nullable Entity<Deal> after) {
        if (before == null
                || after == null
                || Objects.equals(before.value().currencyCode(), after.value().currencyCode())) {
            return;
        }
        write.transaction()
                .change(Deal.RESOURCE.key(write.company(), after.uuid()), stored -> payments(stored.get(Deal.PAYMENTS))
                        .map(payments -> WaggleException.conflict(
                                "The currency_code of %s cannot be changed as long as it has %s payments that are not cancelled"
                                        .formatted(Deal.RESOURCE.titled(before.value()), payments))))
                .requireZero(Deal.PAYMENTS);
    }

    private static Optional<String> payments(@Nullable AttributeValue count) {
        return Optional.ofNullable(count).map(AttributeValue::n).filter(number -> new BigDecimal(number).signum() > 0);
    }
}
