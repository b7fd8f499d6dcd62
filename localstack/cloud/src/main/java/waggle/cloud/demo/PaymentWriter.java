package waggle.cloud.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import waggle.model.json.Json;

/** Takes the payments that the rules have made for won deals along their way, as far as an earlier run has not. */
final class PaymentWriter {
    private static final String STATUS = "status";
    private static final List<String> WAY = List.of("pending", "approved", "processing", "completed");

    private final DemoApi api;
    private final long seed;
    private final NumberedRecords deals;

    PaymentWriter(DemoApi api, long seed, NumberedRecords deals) {
        this.api = api;
        this.seed = seed;
        this.deals = deals;
    }

    void write() throws InterruptedException {
        var numbers = deals.numbers();
        var payments = api.all("/payments?").stream()
                .filter(payment -> numbers.containsKey(payment.path("deal_uuid").asText()))
                .toList();
        Workers.each(Workers.numbers(1, payments.size()), index -> {
            var payment = payments.get(index - 1);
            var number =
                    Objects.requireNonNull(numbers.get(payment.path("deal_uuid").asText()));
            move(payment, WAY.get(new Seeded(seed, "payment", number).one(List.of(0, 0, 1, 1, 3))));
        });
    }

    /** A payment that is held, or below the least that is paid out, goes no further. */
    private void move(JsonNode payment, String goal) throws InterruptedException {
        var path = "/payments/" + payment.path("uuid").asText();
        var at = WAY.indexOf(payment.path(STATUS).asText());
        while (at >= 0 && at < WAY.indexOf(goal)) {
            at++;
            var body = Json.mapper().createObjectNode().put(STATUS, WAY.get(at));
            if (DemoApi.isConflict(api.tryPatch(path, body))) {
                return;
            }
        }
    }
}
