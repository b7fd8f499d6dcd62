package waggle.acceptance.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;
import static waggle.acceptance.samples.Partners.uuid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.acceptance.cloud.LocalCloud;
import waggle.acceptance.cloud.StreamReading;
import waggle.acceptance.samples.Partners;
import waggle.cloud.CrmFakes;
import waggle.model.crm.mapping.Provider;
import waggle.model.keys.Scopes.Scope;

/** The credentials of connections to CRMs: their forms, and what follows when a CRM refuses them. */
final class CrmCredentialsTest {
    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);

    /** A lost grant is visible, told to administrators, and cleared by other credentials. */
    @Test
    void grant_thatIsRefused_needsOtherCredentials_andTellsAdministrators() {
        var ada = admin.post("/users", json("{'email':'ada@example.com','role':'admin'}"))
                .expect(201)
                .json();
        var created = admin.post(
                        "/crm-connections",
                        json("{'provider':'hubspot','label':'Ours','credentials':{'client_id':'local-client',"
                                + "'client_secret':'local-client-secret-1','refresh_token':'local-refresh-lost'}}"))
                .expect(201)
                .json();
        var sync = new CrmSync(admin, "/crm-connections/" + uuid(created), uuid(created));
        var changes = StreamReading.start();
        admin.post(sync.path() + "/sync", json("{'resource':'lead'}")).expect(200);
        sync.await(sync.path(), found -> found.path("status").asText().equals("needs_reauth"));
        var told = sync.await(
                "/notifications?type=crm_attention&user_uuid=" + uuid(ada),
                found -> found.at("/meta/record-count").asInt() == 1);
        assertThat(told.at("/data/0/record/uuid").asText()).isEqualTo(uuid(created));

        admin.patch(
                        sync.path(),
                        json("{'credentials':{'client_id':'local-client','client_secret':'local-client-secret-1',"
                                + "'code':'local-code-1','redirect_uri':'https://acme.example/crm'}}"))
                .expect(200);
        sync.await(sync.path(), found -> found.path("status").asText().equals("active"));
        sync.pause();
        assertThat(changes.read())
                .contains(uuid(created), "CRMCREDENTIALS")
                .doesNotContain("local-access-", "local-refresh-", "local-code-", "local-client-secret-");
    }

    @Test
    void credentials_ofAnotherForm_areRefused() {
        for (var credentials : new String[] {
            "{'my_domain':'http://127.0.0.1:8093','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://my.salesforce.com','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://acme.my.salesforce.com.example.com','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://acme.my.salesforce.com:8443','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://a@acme.my.salesforce.com','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://acme.my.salesforce.com/x','consumer_key':'a','consumer_secret':'b'}",
            "{'my_domain':'https://acme.my.salesforce.com','consumer_key':'a'}",
            "{'my_domain':'https://acme.my.salesforce.com','consumer_key':'a','username':'b','private_key':'c'}",
            "{'token':'a'}"
        }) {
            admin.post(
                            "/crm-connections",
                            json("{'provider':'salesforce','label':'Ours','credentials':" + credentials + "}"))
                    .expectFaults("credentials");
        }
        for (var credentials : new String[] {
            "{'token':'a b'}",
            "{'client_id':'a','client_secret':'b'}",
            "{'client_id':'a','client_secret':'b','refresh_token':'c','code':'d'}"
        }) {
            admin.post(
                            "/crm-connections",
                            json("{'provider':'pipedrive','label':'Ours','credentials':" + credentials + "}"))
                    .expectFaults("credentials");
        }
    }

    /** Credentials of another account write nothing there, even if a person writes them by mistake. */
    @EnumSource(Provider.class)
    @ParameterizedTest
    void credentialsOfAnotherAccount_makeNoCallButTheOneThatTells(Provider provider) {
        var fake = LocalCloud.crms().of(provider);
        Partners.create(admin, Partners.partner("Litware"));
        var sync = CrmSync.connect(admin, provider);
        sync.run("{'resource':'partner'}");
        var pinned = admin.get(sync.path()).json().at("/remote_account/id").asText();
        var account = fake.account().account();
        fake.account().account(account + 1);
        try {
            var writes = fake.writes();
            admin.patch(sync.path(), json("{'credentials':" + CrmFakes.credentials(provider) + "}"))
                    .expect(200);
            admin.post(sync.path() + "/sync", json("{'resource':'partner'}")).expect(200);
            var refused = sync.await(
                    sync.path(), found -> found.path("status").asText().equals("needs_reauth"));
            assertThat(refused.path("status_reason").asText()).contains("The credentials belong to");
            assertThat(refused.at("/remote_account/id").asText()).isEqualTo(pinned);
            assertThat(fake.writes()).isEqualTo(writes);
        } finally {
            fake.account().account(account);
        }
        sync.pause();
    }
}
