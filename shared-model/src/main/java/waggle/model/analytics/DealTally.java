package waggle.model.analytics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The deals that were won, lost or still open in a period, while they are counted. */
final class DealTally {
    final Money won = new Money();
    final Money open = new Money();
    long wonCount;
    long lostCount;
    long openCount;

    /** Counts a deal that was closed in the period, or was open at its end. */
    void add(Facts.DealFact deal, Period period) {
        if (period.has(deal.closed()) && deal.isWon()) {
            wonCount++;
            won.add(deal.currency(), deal.value());
        } else if (period.has(deal.closed())) {
            lostCount++;
        }
        if (deal.isOpenAfter(period.to())) {
            openCount++;
            open.add(deal.currency(), deal.value());
        }
    }

    /** The won deals among the closed ones in per cent; null without closed ones. */
    @Nullable
    BigDecimal winRate() {
        return Money.percent(wonCount, wonCount + lostCount);
    }
}
