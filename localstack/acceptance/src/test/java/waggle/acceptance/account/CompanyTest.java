package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.model.keys.Scopes.Scope;

/** The company of a key ({@code docs/api.md}, "Account"). */
final class CompanyTest {
    private static final String PATH = "/company";

    private final Tenant tenant = Target.tenant();
    private final Api admin = tenant.api(Scope.ADMIN);

    @Test
    void company_isReadByWhoeverReads() {
        var company = tenant.reader().get(PATH).expect(200).json();

        assertThat(company.required("uuid").asText()).isEqualTo(tenant.company().toString());
        assertThat(company.required("currency_code").asText()).isEqualTo("USD");
        assertThat(company.required("registration_days").asInt()).isEqualTo(90);
        assertThat(company.required("time_zone").asText()).isEqualTo("UTC");
        tenant.api(Scope.WRITE).get(PATH).expectError(403, "access_denied");
    }

    @Test
    void company_isChangedByAdminsOnly() {
        var change = "{\"name\":\"Acme\",\"domain\":\"acme.example\",\"currency_code\":\"EUR\","
                + "\"registration_days\":3650,\"time_zone\":\"Europe/Berlin\"}";

        assertThat(tenant.api()
                        .patch(PATH, change)
                        .expectError(403, "access_denied")
                        .error())
                .isEqualTo("Admin access required for this operation");
        var changed = admin.patch(PATH, change).expect(200);

        assertThat(changed.json().required("name").asText()).isEqualTo("Acme");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        admin.with("If-Match", "\"1\"").patch(PATH, "{\"name\":\"B\"}").expectError(412, "version_mismatch");
        assertThat(admin.get(PATH).json()).isEqualTo(changed.json());
    }

    @Test
    void me_isTheKeyOfTheRequest_withItsCompany() {
        var me = tenant.reader().get("/me").expect(200).json();

        assertThat(me.fieldNames()).toIterable().containsExactly("api_key", "company", "mode", "limits", "version");
        assertThat(me.path("api_key").path("scopes")).hasToString("[\"read\"]");
        assertThat(me.path("api_key").required("user_uuid").isNull()).isTrue();
        assertThat(me.path("company").required("uuid").asText())
                .isEqualTo(tenant.company().toString());
        assertThat(me.path("company").required("currency_code").asText()).isEqualTo("USD");
        assertThat(me.path("company").required("time_zone").asText()).isEqualTo("UTC");
        assertThat(me.required("mode").asText()).isEqualTo("test");
        assertThat(me.required("limits")).hasToString("{\"requests\":100,\"window_seconds\":60}");
        assertThat(me.required("version").asText()).matches("[0-9]+\\..*");
        tenant.reader().get("/me?page=1").expectFaults("page");
    }

    @Test
    void me_isReadByAKeyThatOnlyWrites() {
        var writer = tenant.api(Scope.WRITE);

        assertThat(writer.get("/me").expect(200).json().at("/api_key/scopes")).hasToString("[\"write\"]");
        writer.get(PATH).expectError(403, "access_denied");
    }

    @Test
    void change_withFaults_saysAll() {
        admin.patch(PATH, "{\"name\":\" \",\"domain\":\"No domain\",\"currency_code\":\"XXY\"}")
                .expectFaults("name", "domain", "currency_code");
        admin.patch(PATH, "{\"registration_days\":3651,\"time_zone\":\"+01:00\"}")
                .expectFaults("registration_days", "time_zone");
    }

    @Test
    void company_isNeitherMadeNorDeleted() {
        admin.post(PATH, "{\"name\":\"Other\"}").expectError(405, "method_not_allowed");
        admin.delete(PATH).expectError(405, "method_not_allowed");
    }
}
