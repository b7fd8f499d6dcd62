package waggle.acceptance.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.json;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.client.Tenant;
import waggle.model.keys.Scopes;

/** The search over several types ({@code docs/api.md}, "Search"). */
final class SearchTest {
    private final Tenant tenant = Target.tenant();
    private final Api api = tenant.api();

    @Test
    void search_findsWhatTheListsFind_andOnlyTypesThatTheKeyReads() {
        create("/partners", "{'name':'Old cafe','partner_type':'reseller'}");
        var cafe = create("/partners", "{'name':'Café Systems','partner_type':'reseller','email':'a@cafe.example'}");
        create("/leads", "{'company_name':'The CAFÉ','email':'b@buyer.example'}");
        create("/deals", "{'label':'Cafeteria','partner_uuid':'" + cafe + "'}");
        create("/contacts", "{'partner_uuid':'" + cafe + "','email':'cafe@person.example','first_name':'Ada'}");
        create("/leads", "{'company_name':'Tea house'}");

        assertThat(found(api, "q=caf"))
                .containsExactly(
                        "partner Café Systems cafe.example name",
                        "partner Old cafe null name",
                        "lead The CAFÉ b@buyer.example company_name",
                        "deal Cafeteria Café Systems label",
                        "contact Ada cafe@person.example email");
        assertThat(found(api, "q=caf&types=deal,partner&limit=1"))
                .containsExactly("deal Cafeteria Café Systems label", "partner Café Systems cafe.example name");
        var reader = tenant.api(Scopes.parse(Set.of("leads:read")));
        assertThat(found(reader, "q=house&types=partner,lead")).containsExactly("lead Tea house null company_name");
        reader.get("/search?q=caf&types=partner").expectError(403, "access_denied");
        assertThat(found(Target.tenant().api(), "q=caf")).isEmpty();
    }

    @Test
    void search_withFaults_saysAll() {
        assertThat(api.get("/search?q=a.").expectFaults("q").fault("q"))
                .isEqualTo("must have 2 to 100 characters, two letters or digits among them, like q=caf");
        api.get("/search?q=caf&types=partner,tag&limit=21").expectFaults("types", "limit");
        api.get("/search").expectFaults("q");
    }

    private String create(String path, String json) {
        return api.post(path, json(json)).expect(201).json().path("uuid").asText();
    }

    private static List<String> found(Api api, String query) {
        return api.get("/search?" + query)
                .expect(200)
                .json()
                .path("data")
                .valueStream()
                .map(one -> one.path("type").asText() + " " + one.path("label").asText() + " "
                        + one.path("detail").asText() + " "
                        + one.path("matched").asText())
                .toList();
    }
}
