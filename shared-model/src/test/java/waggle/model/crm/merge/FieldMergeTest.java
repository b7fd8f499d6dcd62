package waggle.model.crm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.model.crm.merge.Choice.Act;

class FieldMergeTest {
    private static final Instant EARLY = Instant.parse("2026-11-01T08:00:00Z");
    private static final FieldRule NAME = FieldRule.of("name", "name", Form.TEXT);

    @ParameterizedTest(name = "{0} {1}: base {2}, waggle {3}, crm {4}, waggle later by {5} s → {6}")
    @CsvSource({
        "BOTH, LATEST, a, a, a, 0, AGREE",
        "BOTH, LATEST, a, b, b, 0, AGREE",
        "BOTH, LATEST, a, b, a, 0, TO_CRM",
        "BOTH, LATEST, a, a, b, 0, TO_WAGGLE",
        "BOTH, LATEST, a, '', a, 0, TO_CRM",
        "BOTH, LATEST, a, a, '', 0, TO_WAGGLE",
        "BOTH, LATEST, a, b, c, 60, TO_CRM",
        "BOTH, LATEST, a, b, c, -60, TO_WAGGLE",
        "BOTH, LATEST, a, b, c, 1, ASK",
        "BOTH, CRM, a, b, c, 60, TO_WAGGLE",
        "BOTH, WAGGLE, a, b, c, -60, TO_CRM",
        "BOTH, BLANK_ONLY, a, b, a, 0, AGREE",
        "BOTH, BLANK_ONLY, a, a, b, 0, AGREE",
        "BOTH, BLANK_ONLY, '', b, '', 0, TO_CRM",
        "BOTH, BLANK_ONLY, '', '', b, 0, TO_WAGGLE",
        "BOTH, BLANK_ONLY, a, '', b, 0, TO_WAGGLE",
        "TO_CRM, LATEST, a, b, a, 0, TO_CRM",
        "TO_CRM, LATEST, a, a, b, 0, AGREE",
        "TO_CRM, CRM, a, b, c, -60, TO_CRM",
        "FROM_CRM, LATEST, a, b, a, 0, AGREE",
        "FROM_CRM, LATEST, a, a, b, 0, TO_WAGGLE",
        "FROM_CRM, WAGGLE, a, b, c, 60, TO_WAGGLE",
        "BOTH, LATEST, , b, '', 0, TO_CRM",
        "BOTH, LATEST, , '', b, 0, TO_WAGGLE",
        "BOTH, LATEST, , b, c, 60, TO_CRM",
        "BOTH, LATEST, , b, c, 0, ASK",
        "BOTH, CRM, , b, c, 0, TO_WAGGLE",
        "BOTH, BLANK_ONLY, , b, c, 0, AGREE",
    })
    void field_mergesByRule(
            Direction direction, Wins wins, String base, String waggle, String crm, long later, Act expected) {
        var merge = new FieldMerge(NAME.with(direction).with(wins), EARLY.plusSeconds(later), EARLY);
        var agreed = base == null ? null : new Agreed(base, base);
        assertThat(merge.decide(agreed, waggle, crm).act()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of scale {1}: {2} and {3} are the same: {4}")
    @CsvSource({
        "TEXT, 0, 'Acme', ' Acme ', true",
        "TEXT, 0, 'Acme', 'ACME', false",
        "NAME, 0, 'Ann@Acme.example', 'ann@acme.example', true",
        "URL, 0, 'https://Acme.example', 'https://acme.example/', true",
        "NUMBER, 2, '1000', '1000.00', true",
        "NUMBER, 2, '1000.555', '1000.56', true",
        "NUMBER, 0, '1e3', '1000', true",
        "NUMBER, 2, '1e999999999', '1000', false",
        "NUMBER, 2, 'n/a', 'n/a', true",
        "DATE, 0, '2026-11-26', '2026-11-26T00:00:00.000Z', true",
        "TIME, 0, '2026-11-26T08:00:00.123Z', '2026-11-26T09:00:00+01:00', true",
        "TIME, 0, '2026-11-26T08:00:00Z', '2026-11-26T08:00:01Z', false",
    })
    void texts_areTheSameValueInTheirForm(Form form, int scale, String one, String other, boolean same) {
        assertThat(form.same(one, other, scale)).isEqualTo(same);
    }

    @Test
    void value_withoutACounterpartInTheValueMap_staysWhereItIs() {
        var status = FieldRule.of("status", "state", Form.TEXT).with(Map.of("accepted", "A"));
        var merge = new FieldMerge(status, EARLY, EARLY);
        assertThat(merge.decide(new Agreed("accepted", "A"), "accepted", "Z").act())
                .isEqualTo(Act.KEEP);
        assertThat(merge.decide(null, "accepted", "A").act()).isEqualTo(Act.AGREE);
    }
}
