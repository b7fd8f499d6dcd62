package waggle.model.partners;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.declaration.Records;
import waggle.model.transaction.Raced;

/** Reads the positions of partners in their network, consistently. */
final class NetworkNodes {
    /** Attribute of a partner: the uuids of the partners directly below it. */
    static final String CHILDREN = "children";

    /** Attribute of the top of a network: the number of moves within it. */
    static final String MOVES = "network_moves";

    /** Attribute of the top of a network: the number of new partners that joined it. */
    static final String LEAVES = "network_leaves";

    private final Records records;

    NetworkNodes(Records records) {
        this.records = records;
    }

    /** A partner with its item. */
    record Node(UUID uuid, Map<String, AttributeValue> item) {

        Optional<UUID> parent() {
            return Optional.ofNullable(item.get(Partner.PARENT)).map(parent -> UUID.fromString(parent.s()));
        }

        List<UUID> children() {
            return Optional.ofNullable(item.get(CHILDREN)).stream()
                    .flatMap(children -> children.ss().stream())
                    .map(UUID::fromString)
                    .toList();
        }

        Optional<AttributeValue> counter(String name) {
            return Optional.ofNullable(item.get(name));
        }

        private boolean isLike(Node other) {
            return uuid.equals(other.uuid) && counter(MOVES).equals(other.counter(MOVES));
        }
    }

    /**
     * The path from a partner to the top of its network; empty if there is no such partner. The path is read twice.
     * If both readings agree, it has not changed since the counters at the top were read, because a move changes them.
     */
    List<Node> above(UUID uuid) {
        var way = walk(uuid);
        var again = walk(uuid);
        var same = way.size() == again.size();
        for (var i = 0; same && i < way.size(); i++) {
            same = way.get(i).isLike(again.get(i));
        }
        if (!same) {
            throw new Raced();
        }
        return way;
    }

    private List<Node> walk(UUID uuid) {
        var way = new ArrayList<Node>();
        var seen = new HashSet<UUID>();
        for (var next = Optional.of(uuid); next.isPresent() && seen.add(next.get()); ) {
            var at = next.get();
            var node = records.item(Partner.RESOURCE, at).map(item -> new Node(at, item));
            node.ifPresent(way::add);
            next = node.flatMap(Node::parent);
        }
        return way;
    }

    /** The number of levels of a partner and all partners below it. */
    int height(UUID uuid) {
        var levels = 0;
        for (var level = List.of(uuid); !level.isEmpty() && levels <= NetworkChange.LEVELS; levels++) {
            level = read(level).stream()
                    .flatMap(node -> node.children().stream())
                    .toList();
        }
        return levels;
    }

    /** The partners that exist; one request reads a hundred. */
    List<Node> read(List<UUID> uuids) {
        var items = records.items(Partner.RESOURCE, uuids);
        return uuids.stream()
                .flatMap(uuid -> Optional.ofNullable(items.get(uuid)).stream().map(item -> new Node(uuid, item)))
                .toList();
    }
}
