package waggle.model.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.catalogue.Catalogue;
import waggle.model.keys.KeySecret;
import waggle.model.keys.KeyStore;
import waggle.model.keys.Plan;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.stages.DefaultStages;
import waggle.model.stages.Stage;

class CompaniesTest {
    private final Plan plan = new Plan();
    private final Companies companies =
            Catalogue.companies(LocalTable.shared(), LocalTable.NAME, Clock.systemUTC(), plan);
    private final KeyStore keys = new KeyStore(LocalTable.shared(), LocalTable.NAME);
    private final LocalStore<Stage> stages = new LocalStore<>(LocalTable.shared(), Stage.RESOURCE, Clock.systemUTC());

    @Test
    void open_company_hasAStageForEveryPhase() {
        var page = stages.page(founder(), new PageRequest(1, 50));

        assertThat(page.data()).extracting(Entity::value).containsExactlyInAnyOrderElementsOf(DefaultStages.all());
        assertThat(DefaultStages.all()).hasSize(12).allSatisfy(stage -> assertThat(
                        Stage.RESOURCE.rules().faults(stage))
                .isEmpty());
        assertThat(page.meta().recordCount()).isEqualTo(12);
    }

    @Test
    void defaultStages_afterOpening_canBeChanged() {
        var founder = founder();
        var oldest = stages.all(founder).getFirst();

        stages.delete(founder, oldest.uuid(), Precondition.NONE);
        stages.create(founder, oldest.value());

        assertThat(stages.all(founder)).hasSize(12);
    }

    @Test
    void open_whileThePlanFails_leavesOnlyThePendingKey() {
        plan.fails = true;

        assertThatThrownBy(this::founder).isInstanceOf(IllegalStateException.class);

        plan.fails = false;
        assertThat(plan.keys).isEmpty();
        assertThat(founder()).isNotNull();
        assertThat(plan.keys).hasSize(1);
    }

    private Actor founder() {
        var key = companies.open(new Company("Test"), "First", KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN));
        var grant = keys.find(key).orElseThrow();
        return Actor.ofKey(grant.company(), grant.uuid(), "Test", "test");
    }
}
