package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.crm.mapping.Provider;

/**
 * Random histories of the worker over the table ({@code docs/crm.md}, "Properties"): of two tenants, with tokens that expire, and
 * with processes that die. {@code -Dwaggle.histories=30} makes more of them, and {@code -Dwaggle.seed} repeats them.
 */
final class TenantHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("waggle.histories", 1);

    /** So many histories have every trouble, whatever their seeds are. */
    private static final int MANY = 30;

    /** Of all tenants: keys, client secrets, access tokens and refresh tokens, by beginnings that a form does not encode. */
    private static final List<String> SECRETS =
            List.of("secret-of-", "local-client-secret", "local-access-", "local-refresh-", "!local-");

    @EnumSource(Provider.class)
    @ParameterizedTest
    void histories_keepTheProperties(Provider provider) {
        var first = Long.getLong("waggle.seed", System.nanoTime());
        System.out.printf("%d histories of tenants of %s from the seed %d%n", HISTORIES, provider, first);
        var start = System.nanoTime();
        var counts = new TreeMap<String, Integer>();
        for (var seed = first; seed < first + HISTORIES; seed++) {
            try (var history = new TenantHistory(seed, provider)) {
                var logged = logged(history::run);
                assertSecret("logs of " + history.text, logged);
                assertSecret("queue of " + history.text, String.join("", history.local.queued));
                assertSecret("table of " + history.text, Stored.of(history.table));
                history.counts.forEach((name, count) -> counts.merge(name, count, Integer::sum));
                counts.merge("calls", history.fake.calls().size(), Integer::sum);
            }
        }
        System.out.printf("%s: %s in %.1f s%n", provider, counts, (System.nanoTime() - start) / 1e9);
        assertThat(counts.get("calls")).as("calls of the CRM").isPositive();
        if (HISTORIES >= MANY) {
            assertThat(counts).as("troubles").containsKey("deaths");
        }
        if (HISTORIES >= MANY && provider != Provider.SALESFORCE) {
            assertThat(counts).as("tokens that many workers needed at once").containsKey("renewals");
        }
    }

    private static void assertSecret(String where, String text) {
        assertThat(SECRETS).as(where).noneMatch(text::contains);
    }

    private static String logged(Runnable run) {
        var before = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setOut(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
