package waggle.model.commissions.pricing;

import java.math.BigDecimal;

/** Numbers in sentences. */
final class Numbers {
    private Numbers() {}

    /** Without an exponent and without zeros at the end beyond a number of decimal places. */
    static String text(BigDecimal number, int places) {
        var plain = number.stripTrailingZeros();
        return (plain.scale() < places ? plain.setScale(places) : plain).toPlainString();
    }
}
