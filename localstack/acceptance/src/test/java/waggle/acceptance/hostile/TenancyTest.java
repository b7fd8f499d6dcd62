package waggle.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.hostile.TenancyProbes.Probe;
import waggle.model.Uuids;

/**
 * No operation of the OpenAPI document shows anything of another company ({@code docs/api.md}, "Tenancy"): a request with
 * its uuids and texts has the reply of a request with those of nobody. A new operation is tested by itself, or fails this
 * test with its name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TenancyTest {
    private final FilledCompany other = new FilledCompany(FilledCompany.texts());
    private final Set<String> secrets = other.secrets();
    private final Set<String> sent = new HashSet<>();

    /** Replies to requests with nothing of anybody else. */
    private final Map<String, Reply> replies = new HashMap<>();

    @Test
    void operation_ofOneCompany_showsAndChangesNothingOfAnother() {
        var own = new FilledCompany(FilledCompany.texts());
        var before = lasting(other);

        assertThat(HostileInputTest.operations().toList())
                .isNotEmpty()
                .allSatisfy(operation -> probe(new TenancyProbes(operation, own, other)));

        var after = lasting(other);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(before.keySet())
                .allSatisfy(path -> assertThat(after.get(path)).as(path).isEqualTo(before.get(path)));
    }

    /** Nothing that is unique is unique among all companies: labels, e-mail addresses, external ids, registered domains. */
    @Test
    void company_withTheTextsOfAnother_isPossible() {
        var twin = new FilledCompany(other.texts);

        assertThat(FilledCompany.secretsIn(twin.records().toString()))
                .filteredOn(secret -> secret.contains("-"))
                .doesNotContainAnyElementsOf(secrets);
    }

    private void probe(TenancyProbes probes) {
        probes.all().forEach(probe -> compare(probes, probe));
        if (!probes.operation().verb().equals("DELETE")) {
            var reply = probes.send(probes.ordinary());
            assertThat(reply.status())
                    .as("%s: %s", probes.operation(), reply.body())
                    .isIn(200, 201, 202, 204, 409);
            assertSilent(reply);
        }
    }

    private void compare(TenancyProbes probes, Probe probe) {
        var unknown = new HashMap<String, String>();
        var nobodys =
                new Probe(nobodys(probe.path(), unknown), probe.body() == null ? null : nobodys(probe.body(), unknown));
        sent.addAll(unknown.keySet());
        var reply = probes.send(probe);
        var same =
                replies.computeIfAbsent(probes.operation() + ownOnly(probe.toString()), unused -> probes.send(nobodys));

        assertSilent(reply);
        assertThat(reply.status()).as("%s %s", probes.operation(), probe).isLessThan(500);
        assertThat(shown(probes.operation(), reply))
                .as("%s %s", probes.operation(), probe)
                .isEqualTo(shown(probes.operation(), same));
    }

    /** The text with uuids and texts that nobody has instead of those of the other company. */
    private String nobodys(String text, Map<String, String> unknown) {
        return FilledCompany.replaced(
                text, found -> secrets.contains(found) ? unknown.computeIfAbsent(found, TenancyTest::another) : found);
    }

    /** The text with only the uuids of the own company, which is the same for all uuids of the other. */
    private String ownOnly(String text) {
        return FilledCompany.replaced(text, found -> secrets.contains(found) || !found.contains("-") ? "-" : found);
    }

    private static String another(String secret) {
        var uuid = Uuids.next().toString();
        return secret.contains("-") ? uuid : uuid.replace("-", "");
    }

    /** A text that the client has sent may come back; a uuid may not, unless it names the results of a batch. */
    private void assertSilent(Reply reply) {
        var body = reply.body().replaceAll("\\{\"uuid\":\"[^\"]*\",\"status\":404,", "");
        assertThat(FilledCompany.secretsIn(body + reply.headers().map()))
                .as("%s", reply.body())
                .filteredOn(secret -> secret.contains("-") || !sent.contains(secret))
                .doesNotContainAnyElementsOf(secrets);
    }

    /** The status with an error, the counts of a list, or what the replies to two reads have in common. */
    private static String shown(ApiOperation operation, Reply reply) {
        var isWritten = Set.of("PATCH", "PUT").contains(operation.verb()) || reply.status() == 201;
        if (reply.status() < 400 && isWritten) {
            return "" + reply.status();
        }
        var isList = !reply.body().isEmpty() && reply.json().has("meta");
        return reply.status() + " "
                + (isList ? reply.json().path("meta").toString() : common(reply.body()))
                + reply.headers().map().keySet();
    }

    private static String common(String body) {
        return FilledCompany.replaced(body, found -> "-")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "-")
                .replaceAll("\"version\":[0-9]+", "");
    }

    /** The records that no background work makes or changes, and the others by their uuid. */
    private static Map<String, List<JsonNode>> lasting(FilledCompany company) {
        var records = new TreeMap<>(company.records());
        records.keySet().removeIf(path -> path.endsWith("/deliveries") || path.equals("/notifications"));
        records.replaceAll((path, list) -> path.startsWith("/webhook-endpoints")
                ? list.stream().map(record -> record.path("uuid")).toList()
                : list);
        records.computeIfPresent("/events", (path, list) -> list.stream()
                .filter(event -> !event.path("type").asText().equals("notification.created"))
                .toList());
        return records;
    }
}
