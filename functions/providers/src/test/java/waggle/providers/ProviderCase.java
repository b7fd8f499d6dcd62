package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.model.ManualClock;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Host;

/** What the tests of the providers' clients share: a clock, and a CRM in memory that ends with each test. */
public abstract class ProviderCase {
    /** Tests begin at this time, so that a seed makes the same history each time. */
    public static final Instant START = Instant.parse("2026-11-26T08:00:00.123Z");

    protected static final HttpClient CLIENT = Host.newClient();

    protected final ManualClock clock = new ManualClock(START);
    protected final FakeCrm fake;

    /** @param start starts the CRM in memory */
    protected ProviderCase(Function<Clock, FakeCrm> start) {
        this.fake = start.apply(clock);
    }

    @AfterEach
    final void stop() {
        fake.close();
    }

    protected static CrmFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(CrmFailure.class, call);
    }

    /**
     * Expects the kind of a fault, and that no call is made before its consequence is over.
     *
     * @param crm with a budget
     * @param pause in seconds
     */
    protected final void expectKind(Fault fault, Kind kind, @Nullable Long pause, Crm crm) {
        fake.add(fault);
        var failure = failure(crm::account);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.details().pause()).isEqualTo(pause == null ? null : Duration.ofSeconds(pause));
        assertThat(failure).hasMessageNotContaining("local-");
        var calls = fake.calls().size();
        if (kind != Kind.RETRY) {
            assertThat(failure(crm::account).kind()).isEqualTo(kind);
            assertThat(fake.calls()).hasSize(calls);
        }
    }
}
