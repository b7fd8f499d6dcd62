package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.EnumMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.providers.call.Host;

/** Random histories of edits on both sides of a CRM whose calls fail, whose replies are lost and whose searches trail. */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("waggle.histories", 5);
    private static final HttpClient CLIENT = Host.newClient();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @ParameterizedTest
    @EnumSource
    void histories_endInAgreement_withoutDoublesAndFurtherWrites(Provider provider) {
        var first = Long.getLong("waggle.seed", System.nanoTime());
        System.out.printf("%d histories of the synchronisation with %s from the seed %d%n", HISTORIES, provider, first);
        var start = System.nanoTime();
        var cases = 0;
        var troubles = new EnumMap<Trouble, Integer>(Trouble.class);
        for (var seed = first; seed < first + HISTORIES; seed++) {
            try (var scene = Scene.withinBudget(provider, CLIENT)) {
                var history = new History(seed, scene);
                cases += history.run();
                history.troubles.forEach(trouble -> troubles.merge(trouble, 1, Integer::sum));
            }
        }
        assertThat(cases).as("reconciliations").isPositive();
        System.out.printf(
                "%d reconciliations in %.1f s, histories with %s%n",
                cases, (System.nanoTime() - start) / 1e9, troubles);
    }
}
