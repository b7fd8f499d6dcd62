package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import waggle.model.LocalTable;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;

/** Many processes that call one account at once, after its access token has expired. */
record Workers(TenantHistory history, Tenant tenant) {
    private static final int WORKERS = 30;

    /** One of them renews the token, and all of them use it. */
    void renew() {
        if (tenant.grants == null || tenant.stored().status() != Status.ACTIVE || history.fake.isFaulty()) {
            return;
        }
        var before = history.address.grants();
        var refused = history.address.refusedGrants();
        tenant.grants.expire();
        var services = history.local.over(LocalTable.shared());
        var connection = tenant.records().get(CrmConnection.RESOURCE, tenant.connection);
        Callable<String> call = () -> services.accounts()
                .open(tenant.actor.company(), connection, CallBudget.UNLIMITED)
                .account()
                .id();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var done =
                    workers.invokeAll(Stream.generate(() -> call).limit(WORKERS).toList());
            if (history.address.refusedGrants() == refused) {
                var own = Long.toString(tenant.account.account());
                assertThat(done).as("%s: workers", history.text).allSatisfy(found -> assertThat(found)
                        .succeedsWithin(Duration.ZERO)
                        .isEqualTo(own));
                assertThat(history.address.grants() - before)
                        .as("%s: renewals for %d workers", history.text, WORKERS)
                        .isEqualTo(1);
                history.counts.merge("renewals", 1, Integer::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
