package waggle.model.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.Refusals.assertRefused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.records.Precondition;

class NetworkTest {
    private final LocalStore<Partner> partners = store();
    private final Actor actor = LocalTable.someone();

    @Test
    void network_ofATree_hasEveryNodeUnderItsParentAndTheSums() {
        var top = create(Samples.partner("Top"));
        var left = create(Samples.below(top));
        var right = create(Samples.below(top));
        var leaf = create(Samples.below(left));

        var network = Network.below(partners.store().records(actor), top);

        assertThat(network.children()).extracting(Network::uuid).containsExactly(left, right);
        assertThat(network.children().getFirst().children())
                .extracting(Network::uuid)
                .containsExactly(leaf);
        assertThat(network.subtree().partnerCount()).isEqualTo(4);
        assertThat(Network.below(partners.store().records(actor), left)
                        .subtree()
                        .partnerCount())
                .isEqualTo(2);
        assertThat(Network.below(partners.store().records(actor), leaf).children())
                .isEmpty();
    }

    @Test
    void network_ofAHundredFifty_takesEightReadsAtMost() {
        var top = create(Samples.partner("Top"));
        var second = below(List.of(top), 2);
        var third = below(second, 3);
        var fourth = below(third, 4);
        var fifth = below(fourth, 5);
        assertThat(fifth).hasSize(120);
        var calls = new Calls();
        var counted = new LocalStore<>(LocalTable.client(calls), Partner.RESOURCE, Clock.systemUTC());

        var network = Network.below(counted.store().records(actor), top);

        assertThat(network.subtree().partnerCount()).isEqualTo(1 + 2 + 6 + 24 + 120);
        assertThat(calls.count).hasValueLessThanOrEqualTo(8);
    }

    @Test
    void create_belowTheFifthLevel_isRefused() {
        var chain = chain(NetworkChange.LEVELS);

        assertRefused(ErrorCode.INVALID_REQUEST, () -> create(Samples.below(chain.getLast())));
    }

    @Test
    void move_ofATreeThatWouldBeTooDeep_isRefused() {
        var upper = chain(3);
        var lower = chain(3);

        assertRefused(ErrorCode.INVALID_REQUEST, () -> move(lower.getFirst(), upper.getLast()));
        move(lower.getFirst(), upper.get(1));
        assertRefused(ErrorCode.INVALID_REQUEST, () -> create(Samples.below(lower.getLast())));
    }

    @Test
    void move_belowItself_isRefused() {
        var chain = chain(3);

        assertThatThrownBy(() -> move(chain.getFirst(), chain.getLast()))
                .hasMessage("parent_partner_uuid must not be the partner itself or a partner below it");
        assertRefused(ErrorCode.INVALID_REQUEST, () -> move(chain.getFirst(), chain.getFirst()));
    }

    @Test
    void move_toNothing_isRefused() {
        assertRefused(ErrorCode.INVALID_REQUEST, () -> move(create(Samples.partner("A")), Uuids.next()));
        assertRefused(ErrorCode.INVALID_REQUEST, () -> create(Samples.below(Uuids.next())));
    }

    @Test
    void moves_thatFormACycleTogether_succeedOnce() {
        for (var round = 0; round < 10; round++) {
            var a = create(Samples.partner("A"));
            var b = create(Samples.partner("B"));

            var done = Stream.of(List.of(a, b), List.of(b, a))
                    .parallel()
                    .filter(move -> isDone(() -> move(move.getFirst(), move.getLast())))
                    .count();

            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void move_whileAPartnerJoinsBelow_keepsTheLevels() {
        for (var round = 0; round < 10; round++) {
            var upper = chain(3);
            var lower = chain(2);

            Stream.<Runnable>of(
                            () -> move(lower.getFirst(), upper.getLast()), () -> create(Samples.below(lower.getLast())))
                    .parallel()
                    .forEach(NetworkTest::isDone);

            var nodes = new NetworkNodes(partners.store().records(actor));
            assertThat(nodes.height(upper.getFirst())).isLessThanOrEqualTo(NetworkChange.LEVELS);
        }
    }

    @Test
    void create_concurrentlyBelowOnePartner_keepsAll() {
        var top = create(Samples.partner("Top"));

        var below = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> create(Samples.below(top)))
                .toList();

        assertThat(Network.below(partners.store().records(actor), top).children())
                .extracting(Network::uuid)
                .containsExactlyInAnyOrderElementsOf(below);
    }

    @Test
    void delete_ofAParent_isRefusedUntilNoneIsBelow() {
        var chain = chain(2);

        assertThatThrownBy(() -> delete(chain.getFirst())).hasMessage("Partner \"Partner\" is used by 1 record");
        delete(chain.getLast());
        assertThat(Network.below(partners.store().records(actor), chain.getFirst())
                        .children())
                .isEmpty();
        delete(chain.getFirst());
    }

    @Test
    void move_out_leavesTheNetwork() {
        var chain = chain(3);

        partners.change(actor, chain.get(1), Precondition.NONE, partner -> Samples.partner("Free"));

        assertThat(Network.below(partners.store().records(actor), chain.getFirst())
                        .children())
                .isEmpty();
        assertThat(Network.below(partners.store().records(actor), chain.get(1))
                        .subtree()
                        .partnerCount())
                .isEqualTo(2);
    }

    private List<UUID> chain(int levels) {
        var chain = new ArrayList<>(List.of(create(Samples.partner("Partner"))));
        while (chain.size() < levels) {
            chain.add(create(Samples.below(chain.getLast())));
        }
        return chain;
    }

    private List<UUID> below(List<UUID> parents, int each) {
        return parents.stream()
                .flatMap(parent -> partners
                        .writes()
                        .run(actor, write -> Stream.generate(() -> Samples.below(parent))
                                .limit(each)
                                .map(partner ->
                                        write.create(Partner.RESOURCE, partner).uuid())
                                .toList())
                        .stream())
                .toList();
    }

    private UUID create(Partner partner) {
        return partners.create(actor, partner).uuid();
    }

    private void move(UUID partner, UUID parent) {
        partners.change(actor, partner, Precondition.NONE, before -> Samples.partner(before.name(), parent, null));
    }

    private void delete(UUID partner) {
        partners.delete(actor, partner, Precondition.NONE);
    }

    private static boolean isDone(Runnable write) {
        try {
            write.run();
            return true;
        } catch (WaggleException refusal) {
            return false;
        }
    }

    private static LocalStore<Partner> store() {
        return new LocalStore<>(LocalTable.shared(), Partner.RESOURCE, Clock.systemUTC());
    }

    /** Counts requests to DynamoDB. */
    private static final class Calls implements ExecutionInterceptor {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            count.incrementAndGet();
        }
    }
}
