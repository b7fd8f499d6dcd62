package waggle.model.commissions.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import waggle.model.PartnerType;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.CommissionShare;
import waggle.model.commissions.facts.Seller;
import waggle.model.json.Json;
import waggle.model.leads.Attribution;

/** A worked example: partners, deals and rules, what happens in the course of time, and the payments that are expected. */
record Example(JsonNode json) {

    /** A uuid for a name; the uuids sort as the names do. */
    static UUID uuid(String name) {
        var bytes = ByteBuffer.wrap(Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 16));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    Ledger run() {
        var ledger = new Ledger();
        elements(json.path("rules")).forEach(rule -> add(ledger, rule));
        json.path("deals").properties().forEach(deal -> prepare(ledger.deal(uuid(deal.getKey())), deal.getValue()));
        elements(json.path("timeline")).forEach(event -> happen(ledger, event));
        return ledger;
    }

    private static void add(Ledger ledger, JsonNode rule) {
        ledger.rule(
                uuid(rule.path("rule").asText()),
                Instant.parse(rule.path("created_at").asText()),
                rule(rule));
    }

    private static CommissionRule rule(JsonNode json) {
        return read(((ObjectNode) json.deepCopy()).without(List.of("rule", "created_at")), CommissionRule.class);
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        return value(named(json), type);
    }

    private static <T> T value(JsonNode json, Class<T> type) {
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With uuids instead of names. */
    private static JsonNode named(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.deepCopy().properties().forEach(field -> {
                if (field.getKey().endsWith("_uuid") && field.getValue().isTextual()) {
                    object.put(field.getKey(), uuid(field.getValue().asText()).toString());
                } else if (field.getKey().endsWith("_uuids")) {
                    object.set(
                            field.getKey(),
                            Json.mapper()
                                    .valueToTree(elements(field.getValue())
                                            .map(name -> uuid(name.asText()))
                                            .toList()));
                } else {
                    named(object.path(field.getKey()));
                }
            });
        } else if (json instanceof ArrayNode array) {
            array.forEach(Example::named);
        }
        return json;
    }

    private void prepare(Ledger.Deal deal, JsonNode facts) {
        deal.value =
                facts.path("deal_value").isNumber() ? facts.path("deal_value").decimalValue() : null;
        deal.currency = facts.path("currency_code").asText("USD");
        deal.customFields = facts.path("custom_fields") instanceof ObjectNode fields
                ? fields.deepCopy()
                : Json.mapper().createObjectNode();
        deal.sellers = sellers(facts);
        deal.shares = elements(facts.path("commission_shares"))
                .map(share -> read(share.deepCopy(), CommissionShare.class))
                .toList();
        deal.owner = facts.path("assigned_user_uuids").has(0)
                ? uuid(facts.path("assigned_user_uuids").path(0).asText())
                : null;
        deal.protectedUntil = facts.has("protected_until")
                ? Instant.parse(facts.path("protected_until").asText())
                : null;
    }

    private List<Seller> sellers(JsonNode facts) {
        var sourcing = facts.path("partner_uuid").isTextual()
                ? Stream.of(seller(facts.path("partner_uuid").asText(), Attribution.Role.SOURCED))
                : Stream.<Seller>empty();
        var influencing = elements(facts.path("attributions"))
                .filter(attribution -> attribution.path("role").asText().equals("influenced"))
                .map(attribution -> seller(attribution.path("partner_uuid").asText(), Attribution.Role.INFLUENCED));
        return Stream.concat(sourcing, influencing).toList();
    }

    private Seller seller(String name, Attribution.Role role) {
        var partner = json.path("partners").path(name);
        return new Seller(
                uuid(name),
                PartnerType.valueOf(partner.path("partner_type").asText().toUpperCase(Locale.ROOT)),
                uuidOrNull(partner.path("tier")),
                uuidOrNull(partner.path("category")),
                role);
    }

    private static Seller moved(Seller seller, JsonNode event) {
        return new Seller(
                seller.partner(),
                seller.type(),
                event.has("tier") ? uuidOrNull(event.path("tier")) : seller.tier(),
                event.has("category") ? uuidOrNull(event.path("category")) : seller.category(),
                seller.role());
    }

    private static @Nullable UUID uuidOrNull(JsonNode name) {
        return name.isTextual() ? uuid(name.asText()) : null;
    }

    private static void happen(Ledger ledger, JsonNode event) {
        var now = Instant.parse(event.path("at").asText());
        if (event.path("event").asText().equals("rule")) {
            patch(ledger, event);
            return;
        }
        if (event.path("event").asText().equals("partner")) {
            ledger.partner(uuid(event.path("partner").asText()), seller -> moved(seller, event));
            return;
        }
        var deal = ledger.deal(uuid(event.path("deal").asText()));
        switch (event.path("event").asText()) {
            case "stage" -> {
                deal.stage = uuid(event.path("stage").asText());
                deal.isWon = event.path("phase").asText().equals("closed_won");
                deal.closedAt = event.path("phase").asText().startsWith("closed_") ? now : null;
            }
            case "deal_value" -> deal.value = event.path("deal_value").decimalValue();
            case "custom_field" -> deal.customFields.set(event.path("key").asText(), event.path("value"));
            case "revenue" ->
                deal.state = deal.state.reported(
                        CommissionState.place(
                                event.path("entry").asInt(),
                                event.path("occurrence").asInt()),
                        event.path("base_value").decimalValue());
            case "payment" -> move(deal, event);
            case "day" -> {
                // Time goes on.
            }
            default -> throw new IllegalArgumentException("unknown event " + event);
        }
        ledger.calculate(deal, now);
    }

    private static void patch(Ledger ledger, JsonNode event) {
        var uuid = uuid(event.path("rule").asText());
        var latest = ledger.latest(uuid);
        var changed = (ObjectNode) Json.mapper().valueToTree(latest.rule());
        var changes = ((ObjectNode) event.deepCopy()).without(List.of("at", "event", "rule"));
        changed.setAll((ObjectNode) named(changes));
        ledger.rule(uuid, latest.createdAt(), value(changed, CommissionRule.class));
    }

    private static void move(Ledger.Deal deal, JsonNode event) {
        deal.rows.stream()
                        .filter(row -> row.made.place().entry()
                                        == event.path("entry").asInt(1)
                                && row.made.place().occurrence() != null
                                && row.made.place().occurrence()
                                        == event.path("occurrence").asInt(1)
                                && uuid(event.path("recipient").asText())
                                        .equals(row.made.place().recipient().uuid())
                                && row.made.category() == category(event)
                                && row.status != StandingPayment.Status.CANCELLED
                                && row.status != StandingPayment.Status.COMPLETED)
                        .findFirst()
                        .orElseThrow()
                        .status =
                StandingPayment.Status.valueOf(event.path("status").asText().toUpperCase(Locale.ROOT));
    }

    private static StandingPayment.Category category(JsonNode event) {
        return StandingPayment.Category.valueOf(
                event.path("category").asText("commission").toUpperCase(Locale.ROOT));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return json.path("id").asText() + " " + json.path("title").asText();
    }
}
