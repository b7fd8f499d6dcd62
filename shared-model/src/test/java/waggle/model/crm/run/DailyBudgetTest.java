package waggle.model.crm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;

class DailyBudgetTest {
    private volatile Instant now = Instant.parse("2026-11-26T23:00:00Z");
    private final DailyBudget budget = new DailyBudget(
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            },
            20,
            25);

    @Test
    void share_isSpentOnceADay() {
        spend(5);
        var failure = refusal();
        assertThat(failure.kind()).isEqualTo(Kind.WAIT);
        assertThat(failure.details().pause()).isEqualTo(Duration.ofHours(1));
        now = Instant.parse("2026-11-27T00:00:00Z");
        spend(5);
        assertThat(budget.used()).isEqualTo(5);
    }

    @Test
    void limitOfTheProvider_letsNoCallThroughBeforeItsPauseIsOver() {
        budget.refused(failure(Kind.WAIT, Duration.ofSeconds(10)));
        assertThat(refusal().details().pause()).isEqualTo(Duration.ofSeconds(10));
        assertThat(budget.used()).isZero();
        now = now.plusSeconds(10);
        spend(1);
    }

    @Test
    void refusalThatAPersonHasToClear_endsAllCalls() {
        budget.refused(failure(Kind.STOP, null));
        now = now.plus(Duration.ofDays(2));
        assertThat(refusal().kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void otherRefusals_holdNothing() {
        budget.refused(failure(Kind.FIX, null));
        spend(1);
    }

    @Test
    void brake_letsAShareOfTheLinksEnd() {
        var brake = new DeleteBrake(1_000, 5);
        for (var i = 0; i < 50; i++) {
            assertThat(brake.releases()).isTrue();
        }
        assertThat(brake.releases()).isFalse();
        assertThat(new DeleteBrake(3, 5).releases()).isTrue();
    }

    private void spend(int calls) {
        for (var i = 0; i < calls; i++) {
            budget.spend(1);
        }
    }

    private CrmFailure refusal() {
        return catchThrowableOfType(CrmFailure.class, () -> budget.spend(1));
    }

    private static CrmFailure failure(Kind kind, @Nullable Duration pause) {
        return new CrmFailure(kind, "Refused", new Details("", null, null, pause, null));
    }
}
