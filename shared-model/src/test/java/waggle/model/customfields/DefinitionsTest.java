package waggle.model.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.customfields.CustomField.Option;
import waggle.model.json.Json;

class DefinitionsTest {
    private static final Actor ACTOR = LocalTable.someone();
    private static final LocalStore<CustomField> FIELDS =
            new LocalStore<>(LocalTable.shared(), CustomField.RESOURCE, Clock.systemUTC());
    private static final Definitions VALUES = values();

    private static Definitions values() {
        Stream.of(FieldType.values())
                .forEach(type -> FIELDS.create(ACTOR, field(type, CustomField.Entity.PARTNER, false, null)));
        FIELDS.create(ACTOR, field(FieldType.TEXT, CustomField.Entity.LEAD, true, null));
        return Definitions.of(CustomField.Entity.PARTNER, FIELDS.store().records(ACTOR));
    }

    private static CustomField field(
            FieldType type, CustomField.Entity entity, boolean required, @Nullable PartnerType partnerType) {
        var options =
                type.hasOptions() ? List.of(new Option("emea", "EMEA"), new Option("apac", "APAC")) : List.<Option>of();
        return new CustomField(type.name(), null, type, entity, partnerType, required, false, options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text         | "EMEA"
                    text         | null
                    textarea     | "two\\nlines"
                    number       | 120000
                    number       | -0.1234567890
                    number       | 1e37
                    number       | 0.12345678901234567890123456789012345678
                    number       | 0
                    date         | "2028-02-29"
                    boolean      | true
                    boolean      | false
                    select       | "emea"
                    multi_select | ["apac","emea"]
                    multi_select | []
                    """)
    void value_ofTheType_isAccepted(String key, String value) {
        assertThat(faults(key, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text         | 1                     | must be a string of 1 to 1000 characters
                    text         | ""                    | must be a string of 1 to 1000 characters
                    text         | ["a"]                 | must be a string of 1 to 1000 characters
                    textarea     | {}                    | must be a string of 1 to 10000 characters
                    number       | "1"                   | must be a number of at most 38 digits
                    number       | 1e400                 | must be a number of at most 38 digits
                    number       | 1e38                  | must be a number of at most 38 digits
                    number       | 0.123456789123456789123456789123456789123 | must be a number of at most 38 digits
                    number       | 1e-400                | must be a number of at most 38 digits
                    number       | true                  | must be a number of at most 38 digits
                    date         | "2026-02-29"          | must be a date like 2026-11-22
                    date         | "2026-2-9"            | must be a date like 2026-11-22
                    date         | "2026-11-22T00:00:00" | must be a date like 2026-11-22
                    date         | 20261122              | must be a date like 2026-11-22
                    boolean      | "true"                | must be true or false
                    boolean      | 1                     | must be true or false
                    select       | "EMEA"                | must be one of emea, apac
                    select       | ["emea"]              | must be one of emea, apac
                    multi_select | "emea"                | must be a list of different values from emea, apac
                    multi_select | ["emea","emea"]       | must be a list of different values from emea, apac
                    multi_select | ["emea",1]            | must be a list of different values from emea, apac
                    multi_select | ["emea",null]         | must be a list of different values from emea, apac
                    other        | 1                     | is not a known custom field
                    """)
    void value_ofAnotherType_isAFault(String key, String value, String expected) {
        assertThat(faults(key, value)).containsExactly(new Fault("custom_fields." + key, expected));
    }

    @Test
    void required_missingValue_isAFault() {
        var leads = Definitions.of(CustomField.Entity.LEAD, FIELDS.store().records(ACTOR));

        assertThat(leads.faults(json("{}"), () -> null))
                .containsExactly(new Fault("custom_fields.text", "is required"));
        assertThat(leads.faults(json("{\"text\":null}"), () -> null)).hasSize(1);
        assertThat(leads.faults(json("{\"text\":\"a\"}"), () -> null)).isEmpty();
    }

    @Test
    void required_ofOnePartnerType_isNotRequiredOfOthers() {
        var actor = LocalTable.someone();
        FIELDS.create(actor, field(FieldType.TEXT, CustomField.Entity.PARTNER, true, PartnerType.RESELLER));
        var partners = Definitions.of(CustomField.Entity.PARTNER, FIELDS.store().records(actor));

        assertThat(partners.faults(json("{}"), () -> PartnerType.RESELLER)).hasSize(1);
        assertThat(partners.faults(json("{}"), () -> PartnerType.REFERRAL)).isEmpty();
        assertThat(partners.faults(json("{}"), () -> null)).isEmpty();
    }

    private static List<Fault> faults(String key, String value) {
        return VALUES.faults(json("{\"%s\":%s}".formatted(key, value)), () -> null);
    }

    private static ObjectNode json(String json) {
        return Json.parse(json, ObjectNode.class);
    }
}
