package waggle.model.commissions.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A second calculation of what a deal owes on the day on which it is won, independent of the first: it reads the rule's JSON,
 * counts in fractions and whole minor units, and has a calendar of its own.
 */
final class SecondCalculation {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final JsonNode rule;
    private final JsonNode deal;
    private final BigInteger unit;

    /** @param digits decimal places of the currency */
    SecondCalculation(JsonNode rule, JsonNode deal, int digits) {
        this.rule = rule;
        this.deal = deal;
        this.unit = BigInteger.TEN.pow(digits);
    }

    /** A fraction, never reduced. */
    record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(JsonNode number) {
            var text = number.decimalValue().toPlainString();
            var point = text.indexOf('.');
            return point < 0
                    ? new Fraction(new BigInteger(text), BigInteger.ONE)
                    : new Fraction(
                            new BigInteger(text.substring(0, point) + text.substring(point + 1)),
                            BigInteger.TEN.pow(text.length() - point - 1));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction hundredth() {
            return new Fraction(over, under.multiply(BigInteger.valueOf(100)));
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        /** Whole minor units, ties to the even one. */
        BigInteger units(BigInteger unit) {
            var twice = over.multiply(unit).shiftLeft(1);
            var parts = twice.divideAndRemainder(under.shiftLeft(1));
            var compared = parts[1].compareTo(under);
            var isUp = compared > 0 || (compared == 0 && parts[0].testBit(0));
            return isUp ? parts[0].add(BigInteger.ONE) : parts[0];
        }
    }

    /** A day as three numbers. */
    record Day(int year, int month, int day) {
        static int days(int year, int month) {
            var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return month == 2 && isLeap ? 29 : DAYS[month - 1];
        }

        Day plusMonths(int months) {
            var all = year * 12 + month - 1 + months;
            return new Day(all / 12, all % 12 + 1, Math.min(day, days(all / 12, all % 12 + 1)));
        }

        Day plusDays(int number) {
            var day = this;
            for (var i = 0; i < number; i++) {
                day = day.day < days(day.year, day.month)
                        ? new Day(day.year, day.month, day.day + 1)
                        : day.month < 12 ? new Day(day.year, day.month + 1, 1) : new Day(day.year + 1, 1, 1);
            }
            return day;
        }

        Day end(String cycle) {
            return switch (cycle) {
                case "half_month" -> day <= 15 ? new Day(year, month, 15) : endOf(month);
                case "month" -> endOf(month);
                case "quarter" -> endOf((month + 2) / 3 * 3);
                case "half_year" -> endOf(month <= 6 ? 6 : 12);
                case "year" -> endOf(12);
                default -> this;
            };
        }

        private Day endOf(int of) {
            return new Day(year, of, days(year, of));
        }

        @Override
        public String toString() {
            return "%04d-%02d-%02d".formatted(year, month, day);
        }
    }

    /** One line for each payment: entry, occurrence, number of the recipient, minor units, days. */
    List<String> lines(Day won) {
        var lines = new ArrayList<String>();
        var entries = rule.path("entries");
        for (var entry = 0; entry < entries.size(); entry++) {
            var trigger = entries.get(entry).path("trigger");
            var isField = !trigger.path("custom_field_key").isTextual()
                    || deal.path("custom_fields")
                            .path(trigger.path("custom_field_key").asText())
                            .asBoolean();
            var isStage = !trigger.path("stage_uuid").isTextual()
                    || trigger.path("stage_uuid")
                            .asText()
                            .equals(deal.path("stage_uuid").asText());
            if (isField && isStage) {
                entry(lines, entry + 1, entries.get(entry).path("calculation"), won);
            }
        }
        return lines;
    }

    private void entry(List<String> lines, int entry, JsonNode calculation, Day won) {
        if (calculation.path("type").asText().equals("split")) {
            part(lines, entry, 1, calculation.path("split").path("one_off"), 1, 0, won);
            recurring(lines, entry, 2, calculation.path("split").path("recurring"), won);
        } else if (calculation.path("type").asText().equals("one_off")) {
            part(lines, entry, 1, calculation, 1, 0, won);
        } else {
            recurring(lines, entry, 1, calculation, won);
        }
    }

    private void recurring(List<String> lines, int entry, int first, JsonNode part, Day won) {
        var months =
                switch (part.path("period").asText()) {
                    case "month" -> 1;
                    case "quarter" -> 3;
                    default -> 12;
                };
        // Of a part without an end, only the first payment has accrued.
        part(lines, entry, first, part, part.path("occurrences").asInt(1), months, won);
    }

    private void part(List<String> lines, int entry, int first, JsonNode part, int number, int months, Day won) {
        var isSpread = part.path("spread").asBoolean();
        var parts = isSpread ? divide(price(part, 1), ones(number)) : List.<BigInteger>of();
        for (var i = 0; i < number; i++) {
            var units = isSpread ? parts.get(i) : price(part, i + 1);
            var accrued = won.plusMonths(months * i);
            var held = accrued.plusDays(rule.path("hold_days").asInt());
            var due = held.end(rule.path("payout_cycle").asText())
                    .plusDays(rule.path("payout_delay_days").asInt());
            var shares = divide(units, shares());
            for (var share = 0; share < shares.size(); share++) {
                if (shares.get(share).signum() != 0) {
                    lines.add("%d/%d of %d: %s on %s, held until %s, due on %s"
                            .formatted(entry, first + i, share, shares.get(share), accrued, held, due));
                }
            }
        }
    }

    private BigInteger price(JsonNode part, int occurrence) {
        var amount = StreamSupport.stream(part.path("period_rates").spliterator(), false)
                .filter(rate -> occurrence >= rate.path("from_occurrence").asInt()
                        && occurrence <= rate.path("to_occurrence").asInt(Integer.MAX_VALUE))
                .findFirst()
                .orElse(part);
        var value = Fraction.of(amount.path("value"));
        var isUnits = amount.path("option").asText().equals("per_unit");
        var key = text(amount, part, "base_field_key");
        var base = key == null
                ? Fraction.of(deal.path("deal_value"))
                : Fraction.of(deal.path("custom_fields").path(key));
        if (isUnits) {
            var most = Fraction.of(number(amount, part, "max_units"));
            base = base.compareTo(most) > 0 ? most : base;
        }
        var price =
                switch (amount.path("option").asText()) {
                    case "fixed" -> value;
                    case "percentage" -> value.times(base).hundredth();
                    default -> value.times(base);
                };
        var least = number(amount, part, "min_value");
        var most = number(amount, part, "max_value");
        if (price.compareTo(Fraction.ZERO) > 0 && least.isNumber() && price.compareTo(Fraction.of(least)) < 0) {
            price = Fraction.of(least);
        } else if (most.isNumber() && price.compareTo(Fraction.of(most)) > 0) {
            price = Fraction.of(most);
        }
        return price.units(unit);
    }

    private static String text(JsonNode amount, JsonNode outer, String field) {
        return amount.path(field).isTextual()
                ? amount.path(field).asText()
                : outer.path(field).asText(null);
    }

    private static JsonNode number(JsonNode amount, JsonNode outer, String field) {
        return amount.path(field).isNumber() ? amount.path(field) : outer.path(field);
    }

    private List<BigInteger> shares() {
        var shares = deal.path("commission_shares");
        return shares.isEmpty()
                ? ones(1)
                : StreamSupport.stream(shares.spliterator(), false)
                        .map(share -> share.path("percent")
                                .decimalValue()
                                .movePointRight(4)
                                .toBigIntegerExact())
                        .toList();
    }

    private static List<BigInteger> ones(int number) {
        return IntStream.range(0, number).mapToObj(unused -> BigInteger.ONE).toList();
    }

    /** Gives away unit by unit, always to whoever is furthest below its exact part; among equals to the first. */
    private static List<BigInteger> divide(BigInteger units, List<BigInteger> weights) {
        var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new ArrayList<BigInteger>();
        weights.forEach(weight -> parts.add(units.multiply(weight).divide(sum)));
        var left = units.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        for (var i = 0; i < left; i++) {
            var furthest = IntStream.range(0, parts.size())
                    .boxed()
                    .max(Comparator.<Integer, BigInteger>comparing(part -> units.multiply(weights.get(part))
                                    .subtract(parts.get(part).multiply(sum)))
                            .thenComparing(Comparator.<Integer>naturalOrder().reversed()))
                    .orElseThrow();
            parts.set(furthest, parts.get(furthest).add(BigInteger.ONE));
        }
        return parts;
    }
}
