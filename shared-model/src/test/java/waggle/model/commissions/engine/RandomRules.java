package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.json.Json;

/** Random rules, and random facts of the deals that they pay. */
final class RandomRules {
    static final UUID WON = new UUID(1, 1);
    static final UUID OPEN = new UUID(1, 2);
    static final UUID LOST = new UUID(1, 3);
    static final UUID QUALIFIED = new UUID(1, 4);

    private static final List<String> CURRENCIES = List.of("USD", "JPY", "KWD", "CLF");
    private static final List<String> CYCLES = List.of("none", "half_month", "month", "quarter", "half_year", "year");

    private final Random random;

    RandomRules(Random random) {
        this.random = random;
    }

    String currency() {
        return any(CURRENCIES);
    }

    <V> V any(List<V> values) {
        return values.get(random.nextInt(values.size()));
    }

    BigDecimal money(int digits) {
        return BigDecimal.valueOf(random.nextInt(50_000_000), digits);
    }

    BigDecimal percent() {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4).stripTrailingZeros();
    }

    /** Shares of 1 to 5 partners that are 100 percent together. */
    List<CommissionShare> shares() {
        var number = 1 + random.nextInt(5);
        var left = 1_000_000;
        var shares = new ArrayList<CommissionShare>();
        for (var i = 0; i < number; i++) {
            var part = i == number - 1 ? left : 1 + random.nextInt(left - (number - i - 1));
            left -= part;
            shares.add(new CommissionShare(new UUID(2, i), BigDecimal.valueOf(part, 4)));
        }
        return shares;
    }

    /** @param digits decimal places of the currency */
    CommissionRule rule(String currency, int digits) {
        var json = new LinkedHashMap<String, Object>();
        json.put("label", "Random");
        json.put("partner_type", "reseller");
        json.put("currency_code", currency);
        json.put("hold_days", random.nextInt(100));
        json.put("payout_cycle", any(CYCLES));
        json.put("payout_delay_days", random.nextInt(60));
        json.put("rate_as_of", any(List.of("closed", "closed", "occurrence")));
        if (random.nextBoolean()) {
            json.put("clawback_days", random.nextInt(200));
        }
        json.put(
                "entries",
                IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(unused -> Map.of("trigger", trigger(), "calculation", calculation(digits)))
                        .toList());
        return Json.mapper().convertValue(json, CommissionRule.class);
    }

    private Map<String, Object> trigger() {
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("stage_uuid", WON, "custom_field_key", "paid");
            case 1 -> Map.of("custom_field_key", "paid");
            case 2 -> Map.of("stage_uuid", QUALIFIED);
            default -> Map.of("stage_uuid", WON);
        };
    }

    private Map<String, Object> calculation(int digits) {
        return switch (random.nextInt(4)) {
            case 0 -> with(amount(digits), Map.of("type", "one_off"));
            case 1 ->
                Map.of(
                        "type",
                        "split",
                        "split",
                        Map.of("one_off", amount(digits), "recurring", recurring(digits, false)));
            default -> with(recurring(digits, true), Map.of("type", "recurring"));
        };
    }

    private Map<String, Object> recurring(int digits, boolean maySpread) {
        var number = 1 + random.nextInt(24);
        var json = new LinkedHashMap<>(amount(digits));
        json.put("period", any(List.of("month", "quarter", "year")));
        switch (random.nextInt(maySpread ? 4 : 3)) {
            case 0 -> {
                // As long as the deal is won.
            }
            case 3 -> {
                json.put("occurrences", number);
                json.put("spread", true);
            }
            default -> json.put("occurrences", number);
        }
        if (random.nextInt(3) == 0 && !json.containsKey("spread") && number > 2) {
            json.put(
                    "period_rates",
                    List.of(
                            with(amount(digits), Map.of("from_occurrence", 1, "to_occurrence", 1)),
                            with(amount(digits), Map.of("from_occurrence", 2, "to_occurrence", number - 1))));
        }
        return json;
    }

    private Map<String, Object> amount(int digits) {
        var json = new LinkedHashMap<String, Object>();
        switch (random.nextInt(3)) {
            case 0 -> {
                json.put("option", "fixed");
                json.put("value", money(digits).add(BigDecimal.ONE));
            }
            case 1 -> {
                json.put("option", "per_unit");
                json.put("value", money(digits).add(BigDecimal.ONE));
                json.put("base_field_key", "seats");
                json.put("max_units", 1 + random.nextInt(100));
            }
            default -> {
                json.put("option", "percentage");
                json.put("value", percent());
                if (random.nextInt(4) == 0) {
                    json.put("base_field_key", "seats");
                }
            }
        }
        if (random.nextInt(4) == 0) {
            var least = money(digits);
            json.put("min_value", least);
            json.put("max_value", least.add(money(digits)));
        }
        return json;
    }

    private static Map<String, Object> with(Map<String, Object> json, Map<String, Object> more) {
        var all = new LinkedHashMap<>(json);
        all.putAll(more);
        return all;
    }
}
