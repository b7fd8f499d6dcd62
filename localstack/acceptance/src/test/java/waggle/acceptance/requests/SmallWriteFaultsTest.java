package waggle.acceptance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static waggle.acceptance.samples.Partners.partner;
import static waggle.acceptance.samples.Partners.path;
import static waggle.acceptance.samples.Partners.raw;
import static waggle.acceptance.samples.Partners.uuid;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.OwnCompany;
import waggle.acceptance.client.SharedCompany;
import waggle.acceptance.client.Target;
import waggle.acceptance.samples.CustomFields;
import waggle.acceptance.samples.Partners;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;

/** Small faults of bodies and headers that public bug reports of other APIs describe ({@code docs/api.md}, "Conventions"). */
@SharedCompany
final class SmallWriteFaultsTest {
    private final Api api = Target.api();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            /partners   | {"name":"A","partner_type":"reseller","website_url":"Https://www.example.com"} | website_url   | Https://www.example.com
            /partners   | {"name":"A","partner_type":"reseller","email":"info@müller.example"}          | email         | info@xn--mller-kva.example
            /partners   | {"name":"A","partner_type":"reseller","email_domain":"größe.example"}         | email_domain  | xn--gre-6ka8i.example
            /partners   | {"name":"A","partner_type":"reseller","email":"a@hotmail.no"}                 | email_domain  | null
            /partners   | {"name":"A","partner_type":"reseller","email":"b@hotmail.no"}                 | email_domain  | null
            /partners   | {"name":"A","partner_type":"reseller","email":"c@hotmail.com.br"}             | email_domain  | null
            /partners   | {"name":"A","partner_type":"reseller","country_code":"XK"}                    | country_code  | XK
            /partners   | {"name":"A","partner_type":"reseller","status":"","stage_uuid":"","email":""} | status        | invited
            /partners   | {"name":"A","partner_type":"reseller","description":" ","external_ids":{"a":""}} | external_ids | {}
            /tiers      | {"label":"One","series":1.0}                                                 | series        | 1
            /tiers      | {"label":"Hundred","series":1e2}                                             | series        | 100
            /categories | {"label":"🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝🐝"} | partner_type | null
            """)
    void value_thatIsValid_isTaken(String path, String body, String field, String stored) {
        var created = api.post(path, body).expect(201).json().path(field);

        assertThat(created.isContainerNode() ? created.toString() : created.asText())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0xA0, 0x200B, 0x202E, 0xFEFF})
    void email_withInvisibleCharacter_isRefused(int invisible) {
        var email = "an" + Character.toString(invisible) + "n@e.example";

        api.post("/partners", partner("A").put("email", email)).expectFaults("email");
        api.post("/partners", partner("A").putRawValue("external_ids", raw("{'a':'" + escaped(invisible) + "'}")))
                .expectFaults("external_ids.a");
    }

    private static String escaped(int character) {
        return "x\\u%04xy".formatted(character);
    }

    @Test
    void label_isUnique_whateverItsCase() {
        api.post("/tags", Tags.minimal("MAẞ")).expect(201);

        api.post("/tags", Tags.minimal("maß")).expectError(409, "conflict");
        api.post("/tags", Tags.minimal("MASS")).expectError(409, "conflict");
        api.post("/tags", Tags.minimal("ＭＡＳＳ")).expectError(409, "conflict");
    }

    @Test
    void options_differByAccentsAndKanaMarks() {
        CustomFields.create(
                api,
                CustomFields.select(
                                "{\"label\":\"かき\"}",
                                "{\"label\":\"かぎ\"}",
                                "{\"label\":\"Resume\"}",
                                "{\"label\":\"Résumé\"}")
                        .put("label", "Options"));
    }

    @Test
    void externalId_belongsToOneRecord_andCountsCase() {
        var first = Partners.create(api, partner("A").putRawValue("external_ids", raw("{'salesforce':'001A0bXy'}")));
        var second = Partners.create(api, partner("B").putRawValue("external_ids", raw("{'salesforce':'001A0bXY'}")));

        var refused = api.post("/partners", partner("C").putRawValue("external_ids", raw("{'salesforce':'001A0bXy'}")))
                .expectError(409, "conflict");

        assertThat(refused.error()).contains("salesforce", "001A0bXy", uuid(first));
        Partners.expect(api, "external_id=salesforce:001A0bXy", "A");
        Partners.patch(api, second, "{'external_ids':{'salesforce':null}}");
        Partners.patch(api, first, "{'external_ids':{'salesforce':'001A0bXY'}}");
    }

    @ParameterizedTest
    @CsvSource({
        "2099-01-01T00:00:00Z,          2099-01-01T00:00:00.000Z",
        "2099-01-01T01:00:00+01:00,     2099-01-01T00:00:00.000Z",
        "2099-01-01T00:00:00.123456Z,   2099-01-01T00:00:00.123Z"
    })
    void time_ofRfc3339_isTaken(String written, String stored) {
        var key = Tags.empty().put("label", "K").put("expires_at", written).putRawValue("scopes", raw("['read']"));

        var created = Target.admin().post("/api-keys", key).expect(201).json();

        assertThat(created.path("expires_at").asText()).isEqualTo(stored);
    }

    @Test
    void uuid_inCapitals_isFound() {
        var category =
                api.post("/categories", "{\"label\":\"Capital\"}").expect(201).json();
        var capitals = uuid(category).toUpperCase(Locale.ROOT);

        var partner = Partners.create(api, partner("Capital").put("category_uuid", capitals));

        assertThat(partner.path("category_uuid").asText()).isEqualTo(uuid(category));
        api.get("/categories/" + capitals).expect(200);
        Partners.expect(api, "category_uuid=" + capitals, "Capital");
    }

    @Test
    void body_thatIsCompressed_isAnUnsupportedMediaType() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Tags.minimal().toString().getBytes(StandardCharsets.UTF_8));
        }

        api.with("Content-Type", "application/json")
                .with("Content-Encoding", "gzip")
                .send("POST", "/tags", BodyPublishers.ofByteArray(compressed.toByteArray()))
                .expectError(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"label":NaN}            | 1, column 13
            {"label": /* a */ "A"}   | 1, column 11
            {"label":"A"             | 1, column 13
            """)
    void body_thatIsNoJson_isToldTheLineAndColumn(String body, String place) {
        assertThat(api.post("/tags", body).expectError(400, "invalid_request").error())
                .startsWith("The body is not valid JSON at line " + place);
    }

    @Test
    void ifMatch_withoutQuotes_isToldTheRightForm() {
        var path = Tags.path(Tags.create(api));

        assertThat(api.with("If-Match", "1")
                        .patch(path, Tags.CHANGE)
                        .expectFaults("If-Match")
                        .fault("If-Match"))
                .isEqualTo("must be entity tags in quotes like \"1\"");
        api.with("If-Match", "1").delete(path).expectFaults("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "DEM"})
    void currency_thatIsNotInUse_isRefused(String code) {
        Target.admin().patch("/company", "{\"currency_code\":\"" + code + "\"}").expectFaults("currency_code");
    }

    @Test
    void idempotencyKey_withTheSameValue_isReplayed() {
        var once = api.with("Idempotency-Key", Tags.label());
        once.post("/tags", "{\"label\":\"Once\",\"association\":\"lead\"}").expect(201);

        var again = once.post("/tags", "{ \"association\":\"lead\", \"label\":\"\\u004fnce\" }")
                .expect(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        once.post("/tags", "{\"label\":\"Twice\",\"association\":\"lead\"}").expectError(422, "idempotency_key_reused");
    }

    @OwnCompany
    @Test
    void patch_thatChangesNothing_isTakenAfterAFieldBecameRequired() {
        var partner = Partners.create(api, partner("A"));
        CustomFields.create(api, CustomFields.field("Region").put("required", true));

        var kept = Partners.patch(api, partner, "{'name':' A ','phone_number':''}");

        assertThat(kept.path("version").asInt()).isEqualTo(1);
        api.patch(path(partner), "{\"name\":\"B\"}").expectFaults("custom_fields.region");
    }

    @Test
    void emailDomain_followsTheAddress_unlessTheClientSetIt() {
        var partner = Partners.create(api, partner("A").put("email", "a@one.example"));
        var other =
                Partners.create(api, partner("B").put("email", "b@own.example").put("email_domain", "set.example"));

        for (var domain : List.of("two.example", "gmail.com", "three.example")) {
            var changed = Partners.patch(api, partner, "{'email':'a@" + domain + "'}");
            assertThat(changed.path("email_domain").asText()).isEqualTo(domain.equals("gmail.com") ? "null" : domain);
        }
        assertThat(Partners.patch(api, other, "{'email':'b@new.example'}")
                        .path("email_domain")
                        .asText())
                .isEqualTo("set.example");
    }

    @Test
    void query_ofAWrite_expandsReferences_andIsCheckedOtherwise() {
        var category =
                api.post("/categories", "{\"label\":\"Expanded\"}").expect(201).json();
        var written = partner("A").put("category_uuid", uuid(category));

        var created = api.post("/partners?expand=category,stage", written).expect(201);
        var patched = api.patch(path(created.json()) + "?expand=category", "{\"name\":\"B\"}")
                .expect(200);

        assertThat(created.json().at("/category/label").asText()).isEqualTo("Expanded");
        assertThat(created.json().required("stage").isNull()).isTrue();
        assertThat(patched.json().at("/category/label").asText()).isEqualTo("Expanded");
        assertThat(patched.hasHeader("ETag")).isFalse();
        var path = path(created.json());
        api.post("/partners?nonsense=1", written).expectFaults("nonsense");
        api.patch(path + "?expand=leads", "{\"name\":\"C\"}").expectFaults("expand");
        api.delete(path + "?expand=category").expectFaults("expand");
        api.delete(path + "?nonsense=1").expectFaults("nonsense");
        Target.company().api(Scope.ADMIN).patch("/company?x=1", "{}").expectFaults("x");
    }
}
