package waggle.model.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waggle.model.Refusals.assertRefused;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.customfields.CustomField.Option;
import waggle.model.declaration.Resource;
import waggle.model.json.Json;
import waggle.model.records.Precondition;

class CustomFieldTest {
    private static final Resource<Holder> HOLDERS = Resource.named("holder", "holders", Holder.class, holder -> "")
            .rule(new CustomFieldValues<>(
                    CustomField.Entity.PARTNER, Holder::customFields, (records, holder) -> PartnerType.RESELLER))
            .build();

    private final LocalStore<CustomField> fields =
            new LocalStore<>(LocalTable.shared(), CustomField.RESOURCE, Clock.systemUTC());
    private final LocalStore<Holder> holders = fields.of(HOLDERS);
    private final Actor actor = LocalTable.someone();

    /** A record with values of the custom fields of partners. */
    record Holder(ObjectNode customFields) {
        static Holder of(String json) {
            return new Holder(Json.parse(json, ObjectNode.class));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Annual revenue, annual_revenue",
        "  Größe (m²)  , grosse_m2",
        "2026 target, field_2026_target",
        "収入, field",
        "--, field",
    })
    void create_withoutKey_makesItFromTheLabel(String label, String key) {
        assertThat(fields.create(actor, text(label)).value().key()).isEqualTo(key);
    }

    @Test
    void create_withALabelOfATakenKey_numbersTheKey() {
        fields.create(actor, text("Region"));

        assertThat(fields.create(actor, text("Region!")).value().key()).isEqualTo("region_2");
        assertThat(fields.create(actor, text("Region?")).value().key()).isEqualTo("region_3");
    }

    @Test
    void create_withATakenKey_isRefused() {
        fields.create(actor, text("Region"));

        assertRefused(
                ErrorCode.CONFLICT,
                () -> fields.create(
                        actor,
                        new CustomField(
                                "Other",
                                "region",
                                FieldType.TEXT,
                                CustomField.Entity.PARTNER,
                                null,
                                false,
                                false,
                                List.of())));
    }

    @Test
    void options_withoutIds_getThemFromTheirLabels() {
        var field =
                fields.create(actor, select(option(null, "EMEA"), option(null, "E.M.E.A"), option("na", "America")));

        assertThat(ids(field.value())).containsExactly("emea", "e_m_e_a", "na");
    }

    @Test
    void options_ofEqualIds_areNumbered() {
        var field = fields.create(actor, select(option(null, "North-West"), option(null, "North West")));

        assertThat(ids(field.value())).containsExactly("north_west", "north_west_2");
    }

    @Test
    void options_withNewLabels_keepTheirIds() {
        var field = fields.create(actor, select(option(null, "EMEA"), option(null, "APAC")));

        var renamed = change(field.uuid(), option("emea", "Europe"), option(null, "apac"), option(null, "EMEA"));

        assertThat(ids(renamed)).containsExactly("emea", "apac", "emea_2");
    }

    @Test
    void create_moreFieldsThanOneRecordCanUse_isRefused() {
        IntStream.range(0, CustomField.MOST).forEach(i -> fields.create(actor, text("Field " + i)));

        assertRefused(ErrorCode.CONFLICT, () -> fields.create(actor, text("One more")));
        fields.create(
                actor,
                new CustomField("Lead", null, FieldType.TEXT, CustomField.Entity.LEAD, null, false, false, List.of()));
    }

    @Test
    void record_withAllFields_isWritten() {
        var values = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, CustomField.MOST).forEach(i -> {
            fields.create(actor, text("Field " + i));
            values.put("field_" + i, "x");
        });

        holders.create(actor, new Holder(values));
    }

    @Test
    void record_largerThanTheLimit_isRefused() {
        var values = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 14).forEach(i -> {
            fields.create(actor, text("Field " + i));
            values.put("field_" + i, "x".repeat(10_000));
        });

        assertRefused(ErrorCode.INVALID_REQUEST, () -> holders.create(actor, new Holder(values)));
    }

    @Test
    void field_inUse_cannotBeDeleted() {
        var field = fields.create(actor, text("Region"));
        var holder = holders.create(actor, Holder.of("{\"region\":\"emea\"}"));

        assertThatThrownBy(() -> fields.delete(actor, field.uuid(), Precondition.NONE))
                .hasMessage("Custom field \"Region\" is used by 1 record");
        holders.change(actor, holder.uuid(), Precondition.NONE, value -> Holder.of("{\"region\":null}"));
        fields.delete(actor, field.uuid(), Precondition.NONE);
    }

    @Test
    void option_inUse_cannotBeDropped() {
        var field = fields.create(actor, select(option(null, "EMEA"), option(null, "APAC"), option(null, "NA")));
        var holder = holders.create(actor, Holder.of("{\"region\":[\"emea\",\"apac\"]}"));

        assertThatThrownBy(() -> change(field.uuid(), option("emea", "EMEA")))
                .hasMessage("Option \"APAC\" of custom field \"Region\" is used by 1 record");
        assertThat(ids(change(field.uuid(), option("emea", "EMEA"), option("apac", "Asia"))))
                .containsExactly("emea", "apac");
        holders.change(actor, holder.uuid(), Precondition.NONE, value -> Holder.of("{\"region\":[\"emea\"]}"));
        assertThat(ids(change(field.uuid(), option("emea", "EMEA")))).containsExactly("emea");
    }

    @Test
    void option_removedAndCreatedAgain_canBeUsed() {
        var field = fields.create(actor, select(option(null, "EMEA"), option(null, "APAC")));
        change(field.uuid(), option("emea", "EMEA"));
        change(field.uuid(), option("emea", "EMEA"), option(null, "APAC"));

        holders.create(actor, Holder.of("{\"region\":[\"apac\"]}"));

        assertRefused(ErrorCode.CONFLICT, () -> change(field.uuid(), option("emea", "EMEA")));
    }

    private CustomField change(UUID uuid, Option... options) {
        return fields.change(
                        actor,
                        uuid,
                        Precondition.NONE,
                        before -> before.completed(before.requireKey(), List.of(options)))
                .value();
    }

    private static List<String> ids(CustomField field) {
        return field.options().stream().map(Option::requireId).toList();
    }

    private static Option option(@Nullable String id, String label) {
        return new Option(id, label);
    }

    private static CustomField text(String label) {
        return new CustomField(label, null, FieldType.TEXT, CustomField.Entity.PARTNER, null, false, false, List.of());
    }

    private static CustomField select(Option... options) {
        return new CustomField(
                "Region",
                null,
                FieldType.MULTI_SELECT,
                CustomField.Entity.PARTNER,
                null,
                false,
                false,
                List.of(options));
    }
}
