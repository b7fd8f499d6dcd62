package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.StreamReading;
import waggle.acceptance.cloud.Traces;
import waggle.acceptance.samples.Partners;
import waggle.cloud.CrmFakes;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/**
 * Credentials and access tokens of CRMs are in nothing that is returned, logged, queued or stored in clear text, whatever the CRM
 * replies.
 */
final class CrmSecretsTest {
    /** Of the CRMs in memory: credentials, the beginnings of access and refresh tokens, and those that are refused. */
    private static final List<String> SECRETS = List.of(
            "pat-local-1",
            "\"local-1",
            "local-secret-1",
            "local-client-secret-1",
            "local-refresh-",
            "local-access-",
            "!local",
            "refused-secret-1");

    private final Api admin = Target.tenant().api(Scope.ADMIN);
    private final List<String> replies = new ArrayList<>();

    @EnumSource(Provider.class)
    @ParameterizedTest
    void credentials_areInNothingThatIsReturnedLoggedQueuedOrStored(Provider provider) {
        var changes = StreamReading.start();
        var queued = new ConcurrentLinkedQueue<String>();
        var functions = List.of(LocalCloud.cloud().sync(), LocalCloud.cloud().dispatcher());
        Consumer<String> watcher = queued::add;
        functions.forEach(function -> function.watch(watcher));
        var logged = Traces.logged(() -> work(provider));
        functions.forEach(function -> function.stop(watcher));
        var messages = String.join("", queued);
        assertThat(messages).contains("look 2", "event ");
        var stored = Traces.stored() + changes.read();
        assertThat(stored).contains("CRMCREDENTIALS");
        assertThat(replies).hasSizeGreaterThan(10);
        for (var secret : SECRETS) {
            assertThat(stored.contains(secret)).as("stored " + secret).isFalse();
            assertThat(logged.contains(secret)).as("logged " + secret).isFalse();
            assertThat(messages.contains(secret)).as("queued " + secret).isFalse();
            assertThat(String.join("", replies).contains(secret))
                    .as("returned " + secret)
                    .isFalse();
        }
    }

    private void work(Provider provider) {
        var fake = LocalCloud.crms().of(provider);
        var sync = CrmSync.connect(admin, provider);
        replies.add(admin.send("POST", sync.path() + "/test").expect(200).body());
        fake.add(Fault.SERVER_ERROR);
        replies.add(admin.send("POST", sync.path() + "/test").expect(200).body());
        replies.add(admin.get(sync.path() + "/schema").expect(200).body());
        replies.add(sync.run("{'resource':'partner'}").toString());
        var partner = Partners.create(admin, Partners.partner("Secretive " + provider));
        replies.add(
                sync.link("status=linked&record_uuid=" + Partners.uuid(partner)).toString());
        var wrong = CrmFakes.credentials(provider)
                .replaceAll("\"(token|consumer_secret)\":\"[^\"]*\"", "\"$1\":\"refused-secret-1\"");
        replies.add(admin.patch(sync.path(), "{\"credentials\":" + wrong + "}")
                .expect(200)
                .body());
        replies.add(admin.send("POST", sync.path() + "/test").expect(200).body());
        replies.add(admin.post(sync.path() + "/sync", json("{'resource':'partner'}"))
                .expect(200)
                .body());
        replies.add(refused(sync).toString());
        for (var path : List.of(
                "/crm-connections",
                sync.path() + "/runs",
                sync.path() + "/mappings",
                "/crm-links",
                "/crm-log",
                "/crm-conflicts",
                "/events",
                "/audit-log",
                "/notifications")) {
            replies.add(admin.get(path).expect(200).body());
        }
        sync.pause();
    }

    private static JsonNode refused(CrmSync sync) {
        return sync.await(sync.path(), found -> found.path("status").asText().equals("needs_reauth"));
    }
}
