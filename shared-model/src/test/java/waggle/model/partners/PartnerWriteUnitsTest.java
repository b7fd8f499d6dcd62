package waggle.model.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.WriteMeter;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.CustomField.Option;
import waggle.model.customfields.FieldType;
import waggle.model.stages.Stage;
import waggle.model.tags.Tag;

/** The reads and writes that a partner with a stage, two tags and two custom fields costs. */
class PartnerWriteUnitsTest {
    private final Actor actor = LocalTable.someone();
    private final CapacityMeter reads = new CapacityMeter();
    private final WriteMeter writes = new WriteMeter();
    private final LocalStore<Partner> partners = new LocalStore<>(LocalTable.client(reads, writes), Partner.RESOURCE);
    private final UUID stage = stage();
    private final List<UUID> tags = List.of(tag("Cloud"), tag("Gold"), tag("New"));

    PartnerWriteUnitsTest() {
        var fields = new LocalStore<>(CustomField.RESOURCE);
        var options = List.of(new Option("emea", "EMEA"), new Option("apac", "APAC"));
        fields.create(actor, field("Region", FieldType.SELECT, options));
        fields.create(actor, field("Revenue", FieldType.NUMBER, List.of()));
        partners.create(actor, partner("First", "first.example", "emea", 0, 1));
        used();
    }

    @Test
    void post_readsDefinitionsOnce() {
        partners.create(actor, partner("Second", "second.example", "emea", 0, 1));

        assertThat(used()).isEqualTo("2 reads of 2.0 units, 10 items of 26 write units and 2 of indexes");
    }

    @Test
    void patch_ofTagsAndCustomFields_readsDefinitionsOnce() {
        var uuid = partners.create(actor, partner("Second", "second.example", "emea", 0, 1))
                .uuid();
        used();

        change(uuid, before -> partner("Second", "second.example", "apac", 0, 2));

        assertThat(used()).isEqualTo("2 reads of 2.0 units, 6 items of 16 write units and 2 of indexes");
    }

    @Test
    void patch_ofTheName_readsAndWritesFormerNames_andNoReferences() {
        var uuid = partners.create(actor, partner("Second", "second.example", "emea", 0, 1))
                .uuid();
        used();

        change(uuid, before -> partner("Third", "second.example", "emea", 0, 1));

        // DynamoDB Local counts no unit for former names that do not exist yet.
        assertThat(used()).isEqualTo("3 reads of 2.0 units, 4 items of 12 write units and 2 of indexes");
    }

    @Test
    void patch_thatChangesNothing_readsTheRecordOnly() {
        var uuid = partners.create(actor, partner("Second", "second.example", "emea", 0, 1))
                .uuid();
        used();

        change(uuid, before -> partner("Second", "second.example", "emea", 0, 1));

        assertThat(used()).isEqualTo("1 reads of 1.0 units, 0 items of 0 write units and 0 of indexes");
    }

    private void change(UUID uuid, UnaryOperator<Partner> change) {
        partners.change(actor, uuid, change);
    }

    private String used() {
        return "%d reads of %.1f units, %s".formatted(reads.calls(), reads.read(), writes.written());
    }

    private Partner partner(String name, String domain, String region, int first, int second) {
        ObjectNode values =
                JsonNodeFactory.instance.objectNode().put("region", region).put("revenue", 120_000);
        return new Partner(
                name,
                PartnerType.RESELLER,
                Partner.Status.INVITED,
                "hello@" + domain,
                domain,
                null,
                null,
                null,
                "DE",
                stage,
                null,
                null,
                List.of(tags.get(first), tags.get(second)),
                List.of(),
                null,
                null,
                Map.of(),
                values);
    }

    private static CustomField field(String label, FieldType type, List<Option> options) {
        return new CustomField(label, null, type, CustomField.Entity.PARTNER, null, false, false, options);
    }

    private UUID stage() {
        return new LocalStore<>(Stage.RESOURCE)
                .create(actor, new Stage(Stage.Kind.PARTNER, "On", Stage.Phase.ACTIVE, null, null, null))
                .uuid();
    }

    private UUID tag(String label) {
        return new LocalStore<>(Tag.RESOURCE)
                .create(actor, new Tag(label, Tag.Association.PARTNER, "#FFFFFF", "#000000", null))
                .uuid();
    }
}
