package waggle.model.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.WaggleException;
import waggle.model.paging.PageRequest;
import waggle.model.records.Precondition;
import waggle.model.tags.Tag;
import waggle.model.tags.Tag.Association;

class UniqueValuesTest {
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
    void delete_owner_freesItsLabel() {
        var gold = store.create(actor, tag("Gold"));

        store.delete(actor, gold.uuid(), Precondition.NONE);

        assertThat(store.create(actor, tag("Gold")).uuid()).isNotEqualTo(gold.uuid());
    }

    private static Tag tag(String label) {
        return new Tag(label, Association.PARTNER, "#FFFFFF", "#000000", null);
    }
}
