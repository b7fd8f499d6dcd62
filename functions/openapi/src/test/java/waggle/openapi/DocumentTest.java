package waggle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waggle.model.catalogue.OpenPage;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.openapi.source.Endpoints;
import waggle.openapi.source.Names;

/** Tests the document that the build has written. */
final class DocumentTest {
    private final JsonNode document = read();

    /** The resources with events, of which there are sample payloads. */
    static Stream<Resource<?>> resources() {
        return Endpoints.resources().stream().filter(Resource::hasEvents);
    }

    @Test
    void account_hasOwnOperations() {
        assertThat(operationIds())
                .contains("getCompany", "updateCompany", "listAuditLog", "getAuditEntry")
                .contains("listApiKeys", "createApiKey", "getApiKey", "updateApiKey", "deleteApiKey", "rotateApiKey")
                .doesNotContain("createCompany", "deleteCompany", "createAuditEntry", "updateAuditEntry");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void resource_hasFiveOperations(Resource<?> resource) {
        var one = Names.parent(resource) + Names.singular(resource);
        var all = Names.parent(resource) + Names.plural(resource);

        assertThat(operationIds()).contains("list" + all, "create" + one, "get" + one, "update" + one, "delete" + one);
    }

    @Test
    void openPages_areDocumented_withoutKey() {
        for (var page : OpenPage.values()) {
            var operation = document.path("paths").path(page.path()).path("get");
            assertThat(operation.required("security")).isEmpty();
        }
    }

    @Test
    void operationIds_areDistinct() {
        assertThat(operationIds()).doesNotHaveDuplicates().contains("orderStages", "listPartnerContacts", "getStatus");
    }

    @Test
    void references_haveTargets() {
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    /** Tools that put each schema in the place of its reference do not end where a schema contains itself. */
    @Test
    void schemas_containThemselvesOnlyInATree() {
        var circles = new TreeSet<String>();
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> inline("#/components/schemas/" + name, List.of(), circles));

        assertThat(circles).containsExactly("#/components/schemas/Network");
    }

    /** Replaces a reference by its target, and the references in it, until one leads back to a place above. */
    private void inline(String reference, List<String> above, Set<String> circles) {
        if (above.contains(reference)) {
            circles.add(reference);
            return;
        }
        var within = Stream.concat(above.stream(), Stream.of(reference)).toList();
        document.at(reference.substring(1)).findValuesAsText("$ref").forEach(inner -> inline(inner, within, circles));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void examples_matchTheirSchemas(Resource<?> resource) {
        var schemas = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(), registry -> registry.schemas(Map.of("urn:document", document.toString())));
        for (var name : List.of(Names.singular(resource), "New" + Names.singular(resource))) {
            var schema = schemas.getSchema(SchemaLocation.of("urn:document#/components/schemas/" + name));
            var examples = document.at("/components/schemas/" + name + "/examples");
            assertThat(examples).hasSize(1);
            assertThat(schema.validate(examples.path(0))).as(name).isEmpty();
        }
    }

    @Test
    void newRecord_hasRequiredFields_nullableFields_andDefaults() {
        var tag = document.at("/components/schemas/NewTag");

        assertThat(tag.path("required")).hasToString("[\"label\",\"association\"]");
        assertThat(tag.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(tag.at("/properties/background_color/default").asText()).isEqualTo("#6B7280");
        assertThat(tag.at("/properties/background_color/type")).hasToString("[\"string\",\"null\"]");
        assertThat(tag.at("/properties/label/maxLength").asInt()).isEqualTo(100);
    }

    @Test
    void patch_requiresNoField_andMarksImmutableFields() {
        var stage = document.at("/components/schemas/StagePatch");

        assertThat(stage.has("required")).isFalse();
        assertThat(stage.findValues("default")).isEmpty();
        assertThat(stage.at("/properties/kind/description").asText()).endsWith("Only its present value is accepted.");
        assertThat(stage.at("/properties/label/type").asText()).isEqualTo("string");
    }

    @Test
    void record_hasOptionalExpandedRecords() {
        var partner = document.at("/components/schemas/Partner");

        assertThat(partner.at("/properties/stage/anyOf/0/$ref").asText()).isEqualTo("#/components/schemas/Stage");
        assertThat(partner.at("/properties/tags/items/$ref").asText()).isEqualTo("#/components/schemas/Tag");
        assertThat(partner.at("/properties/assigned_users/items/$ref").asText())
                .isEqualTo("#/components/schemas/PlainUser");
        assertThat(document.at("/components/schemas/PlainUser/properties").has("partner"))
                .isFalse();
        assertThat(partner.path("required").valueStream().map(JsonNode::asText))
                .contains("stage_uuid", "contact_count")
                .doesNotContain("stage", "tags");
    }

    private List<String> operationIds() {
        return document.findValuesAsText("operationId");
    }

    private static JsonNode read() {
        try (var json = DocumentTest.class.getResourceAsStream("/waggle/openapi.json")) {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
