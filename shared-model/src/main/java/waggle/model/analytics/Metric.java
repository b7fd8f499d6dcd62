package waggle.model.analytics;

import java.util.Locale;

/** What a series can count or sum in each of its intervals. */
public enum Metric {
    WON_VALUE,
    WON_COUNT,
    LOST_COUNT,
    LEADS_CREATED,
    DEALS_CREATED,
    PARTNERS_CREATED,
    COMMISSION_DUE;

    /** The name in a request: {@code won_value}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
