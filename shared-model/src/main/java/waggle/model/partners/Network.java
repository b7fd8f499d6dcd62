package waggle.model.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.PartnerType;
import waggle.model.WaggleException;
import waggle.model.declaration.Records;
import waggle.model.records.Entity;
import waggle.model.tiers.Tier;

/**
 * A partner with the network below it (docs/api.md, "Partners, contacts and users").
 *
 * @param tier of the partner; null if it has none
 * @param counts of the partner itself
 * @param subtree sums over the partner and all partners below it
 * @param children the partners directly below it, the oldest first
 */
public record Network(
        UUID uuid,
        @Size(max = 200) String name,
        PartnerType partnerType,
        @Nullable Rank tier,
        Counts counts,
        Sums subtree,
        @Size(max = MOST) List<Network> children) {
    /** The most partners of a network that one reply shows. */
    public static final int MOST = 5_000;

    /** The tier of a node. */
    public record Rank(UUID uuid, @Size(max = 100) String label) {}

    /** Counts and sums of one partner. */
    public record Counts(long contactCount, long leadCount, long dealCount, BigDecimal wonValue) {
        private static Counts of(Map<String, BigDecimal> counts) {
            return new Counts(
                    number(counts, Partner.CONTACTS).longValue(),
                    number(counts, Partner.LEADS).longValue(),
                    number(counts, Partner.DEALS).longValue(),
                    number(counts, Partner.WON_VALUE));
        }

        private static BigDecimal number(Map<String, BigDecimal> counts, String name) {
            return Objects.requireNonNullElse(counts.get(name), BigDecimal.ZERO);
        }
    }

    /**
     * Counts and sums of several partners.
     *
     * @param partnerCount the number of partners
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Sums(long partnerCount, long contactCount, long leadCount, long dealCount, BigDecimal wonValue) {
        private static Sums of(Counts own, List<Network> below) {
            var sums = new Sums(1, own.contactCount, own.leadCount, own.dealCount, own.wonValue);
            for (var child : below) {
                sums = sums.and(child.subtree);
            }
            return sums;
        }

        private Sums and(Sums more) {
            return new Sums(
                    partnerCount + more.partnerCount,
                    contactCount + more.contactCount,
                    leadCount + more.leadCount,
                    dealCount + more.dealCount,
                    wonValue.add(more.wonValue));
        }
    }

    /**
     * Reads the network below a partner.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND}, or {@link ErrorCode#CONFLICT} when the network has more than
     *     {@value #MOST} partners
     */
    public static Network below(Records records, UUID uuid) {
        var top = records.get(Partner.RESOURCE, uuid);
        var levels = new ArrayList<List<NetworkNodes.Node>>();
        var nodes = new NetworkNodes(records);
        var count = 0;
        for (var level = List.of(top.uuid()); !level.isEmpty(); ) {
            count += level.size();
            if (count > MOST) {
                throw new WaggleException(
                        ErrorCode.CONFLICT,
                        "The network has more than %d partners; request the network of a partner further down"
                                .formatted(MOST));
            }
            var read = nodes.read(level);
            levels.add(read);
            level = read.stream()
                    .flatMap(node -> node.children().stream())
                    .sorted()
                    .toList();
        }
        return built(records, levels, top);
    }

    private static Network built(Records records, List<List<NetworkNodes.Node>> levels, Entity<Partner> top) {
        var schema = Partner.RESOURCE.schema();
        var tiers = new HashMap<UUID, Rank>();
        records.all(Tier.RESOURCE)
                .forEach(tier -> tiers.put(
                        tier.uuid(), new Rank(tier.uuid(), tier.value().label())));
        var below = new HashMap<UUID, List<Network>>();
        for (var level : levels.reversed()) {
            for (var node : level) {
                var partner = schema.mapToItem(node.item());
                var network = of(partner, tiers, below.getOrDefault(partner.uuid(), List.of()));
                node.parent().ifPresent(parent -> below.computeIfAbsent(parent, unused -> new ArrayList<>())
                        .add(network));
                if (partner.uuid().equals(top.uuid())) {
                    return network;
                }
            }
        }
        throw new WaggleException(ErrorCode.NOT_FOUND, "No such partner");
    }

    private static Network of(Entity<Partner> partner, Map<UUID, Rank> tiers, List<Network> children) {
        var value = partner.value();
        var counts = Counts.of(partner.counts());
        var tier = value.tierUuid() == null ? null : tiers.get(value.tierUuid());
        return new Network(
                partner.uuid(), value.name(), value.partnerType(), tier, counts, Sums.of(counts, children), children);
    }
}
