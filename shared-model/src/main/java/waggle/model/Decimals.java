package waggle.model;

import java.math.BigDecimal;

/** Decimal numbers in the one form in which the table gives them back, so that equal numbers are equal values. */
public final class Decimals {
    /** Beyond any number that is stored; what is refused later need not be written out first. */
    private static final int MOST_PLACES = 100;

    private Decimals() {}

    /** Without zeros at the end behind the point, and without an exponent: {@code 50} for {@code 50.0} and {@code 5e1}. */
    public static BigDecimal plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_PLACES) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
