package waggle.model.partners;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;
import waggle.model.transaction.Change;
import waggle.model.transaction.Raced;

/**
 * Places a partner below another, or removes it from there. The network stays free of cycles and within {@value
 * #LEVELS} levels, even if other writes change it at the same time (README, "Networks").
 */
final class NetworkChange {
    static final int LEVELS = 5;

    private static final int MOST_BELOW_ONE = 2_000;

    private final Write write;
    private final NetworkNodes nodes;

    NetworkChange(Write write) {
        this.write = write;
        this.nodes = new NetworkNodes(write);
    }

    void follow(@Nullable Entity<Partner> before, @Nullable Entity<Partner> after) {
        var old = parent(before);
        var parent = parent(after);
        if (old.equals(parent)) {
            return;
        }
        var uuid = Objects.requireNonNull(before == null ? after : before).uuid();
        old.ifPresent(above -> touch(above).deleteFrom(NetworkNodes.CHILDREN, uuid.toString()));
        if (before == null) {
            parent.ifPresent(above -> grow(uuid, above));
        } else if (after != null) {
            move(uuid, parent);
        }
    }

    /** A new partner has none below it, so only the path above it must not change. */
    private void grow(UUID uuid, UUID parent) {
        var way = nodes.above(parent);
        if (way.isEmpty()) {
            return; // The reference itself is refused.
        }
        requireLevels(way.size() + 1);
        add(uuid, parent);
        var root = way.getLast();
        requireSame(root, NetworkNodes.MOVES, touch(root.uuid())).add(NetworkNodes.LEAVES, 1);
    }

    /** A partner moves with all partners below it, so neither network must change at the same time. */
    private void move(UUID uuid, Optional<UUID> parent) {
        var above = nodes.above(uuid);
        if (above.isEmpty()) {
            throw new Raced(); // Another write has deleted the partner.
        }
        var own = above.getLast();
        change(own);
        if (parent.isEmpty()) {
            return;
        }
        var way = nodes.above(parent.get());
        if (way.isEmpty()) {
            return; // The reference itself is refused.
        }
        if (way.stream().anyMatch(node -> node.uuid().equals(uuid))) {
            throw refusal("must not be the partner itself or a partner below it");
        }
        requireLevels(way.size() + nodes.height(uuid));
        add(uuid, parent.get());
        var root = way.getLast();
        if (!root.uuid().equals(own.uuid())) {
            change(root);
        }
    }

    private void change(NetworkNodes.Node root) {
        var change = touch(root.uuid());
        requireSame(root, NetworkNodes.MOVES, change);
        requireSame(root, NetworkNodes.LEAVES, change).add(NetworkNodes.MOVES, 1);
    }

    private static Change requireSame(NetworkNodes.Node root, String counter, Change change) {
        return root.counter(counter)
                .map(read -> change.require(counter, read))
                .orElseGet(() -> change.requireAbsent(counter));
    }

    private void add(UUID uuid, UUID parent) {
        touch(parent)
                .addTo(NetworkNodes.CHILDREN, uuid.toString())
                .requireSmaller(NetworkNodes.CHILDREN, MOST_BELOW_ONE);
    }

    private Change touch(UUID uuid) {
        return write.transaction().change(Partner.RESOURCE.key(write.company(), uuid), NetworkChange::tooMany);
    }

    private static Optional<WaggleException> tooMany(Map<String, AttributeValue> there) {
        return Optional.ofNullable(there.get(NetworkNodes.CHILDREN))
                .filter(children -> children.ss().size() >= MOST_BELOW_ONE)
                .map(children -> new WaggleException(
                        ErrorCode.CONFLICT,
                        "A partner has at most %d partners directly below it".formatted(MOST_BELOW_ONE)));
    }

    private static void requireLevels(int levels) {
        if (levels > LEVELS) {
            throw refusal("must not make a network of more than " + LEVELS + " levels");
        }
    }

    private static WaggleException refusal(String expected) {
        return WaggleException.invalid(List.of(new Fault(Partner.PARENT, expected)));
    }

    private static Optional<UUID> parent(@Nullable Entity<Partner> partner) {
        return Optional.ofNullable(partner).map(entity -> entity.value().parentPartnerUuid());
    }
}
