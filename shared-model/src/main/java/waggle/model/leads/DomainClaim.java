package waggle.model.leads;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.table.ItemKey;
import waggle.model.transaction.Refusal;

/**
 * The claim of one partner to a domain: an item that exists as long as a lead of the partner holds the domain. Every write of
 * it is a condition on the state that was read, so of two partners that register at the same time one runs again, and then
 * finds the other's claim.
 *
 * @param partner that holds the domain; null without a claim
 * @param leads the registered leads, with the end of their protection, or {@link #PENDING}
 * @param revision of the item; null without one
 */
record DomainClaim(
        String domain,
        @Nullable UUID partner,
        Map<UUID, String> leads,
        @Nullable AttributeValue revision) {
    private static final String PARTNER = "partner";
    private static final String LEADS = "leads";
    private static final String REVISION = "revision";

    /** The most leads of one claim, which is one item. */
    static final int MOST = 1_000;

    /** After every end, since times are compared as texts. */
    private static final String PENDING = "pending";

    static DomainClaim read(Write write, String domain) {
        return write.item(ItemKey.domainClaim(write.company(), domain))
                .map(item -> of(domain, item))
                .orElseGet(() -> new DomainClaim(domain, null, Map.of(), null));
    }

    private static DomainClaim of(String domain, Map<String, AttributeValue> item) {
        var leads = new HashMap<UUID, String>();
        attribute(item, LEADS).m().forEach((lead, until) -> leads.put(UUID.fromString(lead), until.s()));
        var partner = UUID.fromString(attribute(item, PARTNER).s());
        return new DomainClaim(domain, partner, leads, attribute(item, REVISION));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    /**
     * Holds the domain for a lead. Protections that are over give way.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} if another partner holds the domain, or {@link #MOST} leads do
     */
    void hold(Write write, Hold hold) {
        var now = Json.time(write.time());
        var kept = new HashMap<>(leads);
        kept.remove(hold.lead());
        kept.values().removeIf(until -> until.compareTo(now) <= 0);
        if (!kept.isEmpty() && !hold.partner().equals(partner)) {
            throw taken(write, kept);
        }
        if (kept.size() >= MOST) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "A partner registers at most %d leads of the domain %s".formatted(MOST, domain));
        }
        kept.put(hold.lead(), hold.until() == null ? PENDING : Json.time(hold.until()));
        put(write, hold.partner(), kept);
    }

    /** Ends the hold of a lead, if the lead has one. */
    void release(Write write, UUID lead) {
        var kept = new HashMap<>(leads);
        if (partner == null || kept.remove(lead) == null) {
            return;
        }
        if (kept.isEmpty()) {
            write.transaction().delete(key(write), Refusal.raced()).require(REVISION, Objects.requireNonNull(revision));
        } else {
            put(write, partner, kept);
        }
    }

    private void put(Write write, UUID owner, Map<UUID, String> held) {
        var item = key(write).attributes();
        var entries = new HashMap<String, AttributeValue>();
        held.forEach((lead, until) -> entries.put(lead.toString(), AttributeValue.fromS(until)));
        item.put(PARTNER, AttributeValue.fromS(owner.toString()));
        item.put(LEADS, AttributeValue.fromM(entries));
        item.put(REVISION, AttributeValue.fromS(Uuids.next().toString()));
        var change = write.transaction().put(item, Refusal.raced());
        if (revision == null) {
            change.requireAbsent(REVISION);
        } else {
            change.require(REVISION, revision);
        }
    }

    private ItemKey key(Write write) {
        return ItemKey.domainClaim(write.company(), domain);
    }

    private WaggleException taken(Write write, Map<UUID, String> held) {
        var longest = held.entrySet().stream()
                .max(Map.Entry.<UUID, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        var holder = Objects.requireNonNull(partner);
        var name = write.find(Partner.RESOURCE, holder)
                .map(found -> Partner.RESOURCE.titled(found.value()))
                .orElse("a partner");
        var until = longest.getValue().equals(PENDING)
                ? "and waits for a decision"
                : "and is protected_until " + longest.getValue();
        return new WaggleException(
                ErrorCode.CONFLICT,
                "The domain %s is registered by %s (%s) with lead %s %s"
                        .formatted(domain, name, holder, longest.getKey(), until));
    }
}
