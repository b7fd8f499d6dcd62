package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.FaultyClient;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

class UniqueValuesTest {
    private static final List<String> LABELS = List.of("Bronze", "Silver", "Gold", "Platinum");

    private final LocalStore<Tag> store = new LocalStore<>(LocalTable.shared(), Tag.RESOURCE, Clock.systemUTC());
    private final Actor actor = LocalTable.someone();

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "GRÖSSE", "gröSSe", "Gro\u0308ße"})
    void create_labelThatIsTaken_isRefusedNamingTheOwner(String label) {
        var owner = store.create(actor, tag("Größe"));

        assertThatThrownBy(() -> store.create(actor, tag(label)))
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.CONFLICT))
                .hasMessage("The label \"" + label + "\" is taken by tag " + owner.uuid());
        assertThat(store.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(1);
    }

    @Test
    void create_sameLabelElsewhere_isFree() {
        store.create(actor, tag("Gold"));

        store.create(actor, new Tag("Gold", Association.DEAL, "#FFFFFF", "#000000", null));
        store.create(LocalTable.someone(), tag("Gold"));

        assertThat(store.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(2);
    }

    @Test
    void create_byManyAtOnce_succeedsOnce() {
        var refused = new AtomicInteger();

        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                store.create(actor, tag("Gold"));
            } catch (WaggleException e) {
                refused.incrementAndGet();
            }
        });

        assertThat(refused).hasValue(7);
        assertThat(store.page(actor, new PageRequest(1, 10)).meta().recordCount())
                .isEqualTo(1);
    }

    @Test
    void change_toATakenLabel_isRefusedAndChangesNothing() {
        store.create(actor, tag("Gold"));
        var silver = store.create(actor, tag("Silver"));

        assertThatThrownBy(() -> store.change(actor, silver.uuid(), Precondition.NONE, before -> tag("GOLD")))
                .isInstanceOf(WaggleException.class);
        assertThat(store.get(actor, silver.uuid())).isEqualTo(silver);
    }

    @Test
    void change_ofCaseOnly_keepsTheLabel() {
        var gold = store.create(actor, tag("Gold"));

        store.change(actor, gold.uuid(), Precondition.NONE, before -> tag("GOLD"));

        assertThatThrownBy(() -> store.create(actor, tag("gold"))).isInstanceOf(WaggleException.class);
    }

    @Test
    void change_toAnother_freesTheFirst() {
        var gold = store.create(actor, tag("Gold"));

        store.change(actor, gold.uuid(), Precondition.NONE, before -> tag("Silver"));

        assertThat(store.create(actor, tag("Gold")).value().label()).isEqualTo("Gold");
    }

    @Test
    void change_backToTheFirst_isAllowedOnlyIfNoOtherHasIt() {
        var tag = store.create(actor, tag("Gold"));
        store.change(actor, tag.uuid(), before -> tag("Silver"));
        store.change(actor, tag.uuid(), before -> tag("Gold"));
        assertThatThrownBy(() -> store.create(actor, tag("Gold"))).isInstanceOf(WaggleException.class);

        store.change(actor, tag.uuid(), before -> tag("Bronze"));
        store.create(actor, tag("Gold"));

        assertThatThrownBy(() -> store.change(actor, tag.uuid(), before -> tag("Gold")))
                .isInstanceOf(WaggleException.class);
    }

    /** The change comes between the read that finds the label free and the deletion of its item. */
    @Test
    void create_labelThatItsRecordTakesBackMeanwhile_isRefused() {
        var tag = store.create(actor, tag("Gold"));
        store.change(actor, tag.uuid(), before -> tag("Silver"));
        var isFirst = new AtomicBoolean(true);
        var client = FaultyClient.with(method -> {
            if (method.equals("deleteItem") && isFirst.getAndSet(false)) {
                store.change(actor, tag.uuid(), before -> tag("Gold"));
            }
            return FaultyClient.Fault.NONE;
        });

        assertThatThrownBy(() -> new LocalStore<>(client, Tag.RESOURCE).create(actor, tag("Gold")))
                .hasMessage("The label \"Gold\" is taken by tag " + tag.uuid());
        assertThat(isFirst).isFalse();
    }

    @Test
    void change_ofTwoRecordsInOneUnit_swapsTheirLabels() {
        var first = store.create(actor, tag("Gold")).uuid();
        var second = store.create(actor, tag("Silver")).uuid();

        store.writes().run(actor, write -> {
            write.change(Tag.RESOURCE, first, before -> tag("Silver"));
            return write.change(Tag.RESOURCE, second, before -> tag("Gold"));
        });

        assertThat(store.get(actor, first).value().label()).isEqualTo("Silver");
        assertThatThrownBy(() -> store.create(actor, tag("Gold"))).hasMessageContaining(second.toString());
        assertThatThrownBy(() -> store.create(actor, tag("Silver"))).hasMessageContaining(first.toString());
    }

    @Test
    void create_twoOfOneLabelInOneUnit_isRefused() {
        assertThatThrownBy(() -> store.writes().run(actor, write -> {
                    write.create(Tag.RESOURCE, tag("Gold"));
                    return write.create(Tag.RESOURCE, tag("gold"));
                }))
                .hasMessageContaining("is taken by tag");
    }

    /** Two records never have one label, and a label that no record has is free. */
    @Test
    void labels_ofRandomWritersAtOnce_areUniqueAndFreeAgain() {
        var seed = Optional.ofNullable(Long.getLong("waggle.seed")).orElseGet(System::nanoTime);
        IntStream.range(0, 4).parallel().forEach(writer -> writeAtRandom(new Random(seed + writer)));

        var labels = store.all(actor).stream().map(tag -> tag.value().label()).toList();
        assertThat(labels).as("waggle.seed=" + seed).doesNotHaveDuplicates();
        for (var label : LABELS) {
            var isFree = !labels.contains(label);
            assertThat(isCreated(label)).as("%s, waggle.seed=%d", label, seed).isEqualTo(isFree);
        }
    }

    private void writeAtRandom(Random random) {
        for (var i = 0; i < 12; i++) {
            var label = LABELS.get(random.nextInt(LABELS.size()));
            var tags = store.all(actor);
            if (tags.isEmpty() || random.nextInt(3) == 0) {
                isCreated(label);
            } else {
                var tag = tags.get(random.nextInt(tags.size())).uuid();
                isAccepted(() -> {
                    if (random.nextInt(4) == 0) {
                        store.delete(actor, tag, Precondition.NONE);
                    } else {
                        store.change(actor, tag, before -> tag(label));
                    }
                });
            }
        }
    }

    private boolean isCreated(String label) {
        return isAccepted(() -> store.create(actor, tag(label)));
    }

    private static boolean isAccepted(Runnable write) {
        try {
            write.run();
            return true;
        } catch (WaggleException refusal) {
            assertThat(refusal.code()).isIn(ErrorCode.CONFLICT, ErrorCode.NOT_FOUND);
            return false;
        }
    }

    @Test
    void delete_owner_freesItsLabel() {
        var gold = store.create(actor, tag("Gold"));

        store.delete(actor, gold.uuid(), Precondition.NONE);

        assertThat(store.create(actor, tag("Gold")).uuid()).isNotEqualTo(gold.uuid());
    }

    private static Tag tag(String label) {
        return new Tag(label, Association.PARTNER, "#FFFFFF", "#000000", null);
    }
}
