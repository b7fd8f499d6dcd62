package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.run.DailyBudget;

/** A budget that a person can renew. After a refusal it expects that no call is made before its consequence is over. */
final class Allowance implements CallBudget {
    private static final long CALLS = 60_000;
    private static final int SHARE = 25;

    private final Clock clock;
    private DailyBudget budget;
    private Instant pausedUntil = Instant.MIN;
    private boolean stopped;
    private int before;

    Allowance(Clock clock) {
        this.clock = clock;
        this.budget = new DailyBudget(clock, CALLS, SHARE);
    }

    @Override
    public void spend(int cost) {
        budget.spend(cost);
    }

    @Override
    public void refused(CrmFailure failure) {
        budget.refused(failure);
    }

    /** Notes the failure of an attempt, and how many calls the CRM had until then. */
    void failed(CrmFailure failure, FakeCrm fake) {
        if (failure.kind() == Kind.WAIT || failure.kind() == Kind.STOP) {
            var pause = Objects.requireNonNullElse(failure.details().pause(), Duration.ZERO);
            pausedUntil = clock.instant().plus(pause);
            stopped = failure.kind() == Kind.STOP;
            before = fake.calls().size();
        }
    }

    /** A person has cleared what stopped the calls. */
    void renew() {
        budget = new DailyBudget(clock, CALLS, SHARE);
        stopped = false;
        pausedUntil = Instant.MIN;
    }

    boolean isStopped() {
        return stopped;
    }

    void assertKept(FakeCrm fake, String history) {
        assertThat(budget.used()).as("%s: share", history).isLessThanOrEqualTo(CALLS * SHARE / 100);
        if (stopped || clock.instant().isBefore(pausedUntil)) {
            assertThat(fake.calls()).as("%s: calls in a pause", history).hasSize(before);
        }
    }
}
