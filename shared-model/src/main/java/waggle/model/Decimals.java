package waggle.model;

import java.math.BigDecimal;

/** Decimal numbers in the form in which DynamoDB returns them, so that equal numbers are equal values. */
public final class Decimals {
    /** Beyond the range of DynamoDB numbers. Such a number stays as it is, because validation rejects it later. */
    private static final int MOST_PLACES = 100;

    private Decimals() {}

    /** Removes trailing zeros after the point and the exponent: {@code 50.0} and {@code 5e1} become {@code 50}. */
    public static BigDecimal plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
