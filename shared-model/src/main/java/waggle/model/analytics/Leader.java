package waggle.model.analytics;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a partner in a period.
 *
 * @param partnerUuid the partner
 * @param partnerName the name of the partner
 * @param wonValue the values of the deals that were won in the period
 * @param wonCount the deals that were won in the period
 * @param openValue the values of the deals that were open at the end of the period
 * @param openCount the deals that were open at the end of the period
 * @param winRate the won deals among those won and lost in the period, in per cent; null if there were none
 * @param conversionRate the converted leads among those created in the period, in per cent; null if there were none
 * @param commissionDue the payments with a due date in the period that are neither completed nor cancelled
 * @param commissionPaid the completed payments with a due date in the period
 */
public record Leader(
        UUID partnerUuid,
        @Size(max = 200) String partnerName,
        List<CurrencyValue> wonValue,
        @Min(0) long wonCount,
        List<CurrencyValue> openValue,
        @Min(0) long openCount,
        @Nullable BigDecimal winRate,
        @Nullable BigDecimal conversionRate,
        List<CurrencyValue> commissionDue,
        List<CurrencyValue> commissionPaid) {}
