package waggle.model.commissions.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides amounts so that the parts sum exactly: each part is rounded towards zero, and the units that are left go to the
 * parts with the largest remainders, among equal ones to the first.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Divides an amount.
     *
     * @param amount with at most {@code digits} decimal places; the parts of a negative one mirror those of the positive
     * @param weights above 0, at least one
     * @param digits decimal places of the parts
     * @return a part for each weight, in their order
     */
    public static List<BigDecimal> divide(BigDecimal amount, List<BigDecimal> weights, int digits) {
        var units = amount.movePointRight(digits).toBigIntegerExact();
        var scaled = scaled(weights);
        var whole = scaled.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        for (var weight : scaled) {
            var divided = units.abs().multiply(weight).divideAndRemainder(whole);
            parts.add(divided[0]);
            remainders.add(divided[1]);
        }
        var left = units.abs()
                .subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(part -> parts.set(part, parts.get(part).add(BigInteger.ONE)));
        return parts.stream()
                .map(part -> new BigDecimal(units.signum() < 0 ? part.negate() : part, digits))
                .toList();
    }

    /** Divides an amount into equal parts. */
    public static List<BigDecimal> divide(BigDecimal amount, int parts, int digits) {
        var weights = new BigDecimal[parts];
        Arrays.fill(weights, BigDecimal.ONE);
        return divide(amount, List.of(weights), digits);
    }

    private static List<BigInteger> scaled(List<BigDecimal> weights) {
        var places = weights.stream().mapToInt(BigDecimal::scale).max().orElseThrow();
        return weights.stream()
                .map(weight -> weight.movePointRight(Math.max(places, 0)).toBigIntegerExact())
                .toList();
    }
}
