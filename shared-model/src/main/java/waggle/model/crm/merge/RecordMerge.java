package waggle.model.crm.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import waggle.model.crm.merge.Choice.Act;
import waggle.model.crm.merge.Choice.Because;
import waggle.model.crm.port.RemoteRecord;

/**
 * The merge of two records that are linked. It reads nothing and writes nothing.
 *
 * @param fields every mapped field that both sides have, with its outcome
 */
public record RecordMerge(List<MergedField> fields) {
    public RecordMerge {
        fields = List.copyOf(fields);
    }

    /**
     * Merges two records.
     *
     * @param base the values last agreed on, by Waggle's names; empty for a first merge
     */
    public static RecordMerge of(
            List<FieldRule> rules, Map<String, Agreed> base, LocalRecord local, RemoteRecord remote) {
        var fields = new ArrayList<MergedField>();
        for (var rule : rules) {
            var waggle = local.fields().get(rule.waggle());
            var crm = remote.fields().get(rule.remote());
            // A field that was not read must not count as cleared.
            if (waggle != null && crm != null) {
                var merge = new FieldMerge(rule, local.modifiedAt(), remote.modifiedAt());
                var choice = travelling(rule, merge.decide(base.get(rule.waggle()), waggle, crm), waggle);
                fields.add(new MergedField(rule, choice, waggle, crm));
            }
        }
        return new RecordMerge(fields);
    }

    /** A value without a counterpart in the value map does not travel. */
    private static Choice travelling(FieldRule rule, Choice choice, String waggle) {
        return choice.act() == Act.TO_CRM && rule.toRemote(waggle).isEmpty()
                ? new Choice(Act.KEEP, Because.NO_MAPPED_VALUE)
                : choice;
    }

    /** The values to write to the CRM, by the provider's names. */
    public Map<String, String> toCrm() {
        var values = new LinkedHashMap<String, String>();
        having(Act.TO_CRM).forEach(field -> field.rule()
                .toRemote(field.waggle())
                .ifPresent(value -> values.put(field.rule().remote(), value)));
        return values;
    }

    /** The values to write to Waggle, by Waggle's names. */
    public Map<String, String> toWaggle() {
        var values = new LinkedHashMap<String, String>();
        having(Act.TO_WAGGLE).forEach(field -> field.rule()
                .toWaggle(field.crm())
                .ifPresent(value -> values.put(field.rule().waggle(), value)));
        return values;
    }

    /** The fields that a person has to decide. */
    public List<MergedField> undecided() {
        return having(Act.ASK);
    }

    /** The fields that travel. */
    public List<MergedField> travelling() {
        return fields.stream()
                .filter(field ->
                        field.choice().act() == Act.TO_CRM || field.choice().act() == Act.TO_WAGGLE)
                .toList();
    }

    /**
     * The values agreed on after the writes.
     *
     * @param base the values before
     * @param written the record that the CRM returned for the write; empty if nothing was written there
     */
    public Map<String, Agreed> agreed(Map<String, Agreed> base, Optional<RemoteRecord> written) {
        var agreed = new LinkedHashMap<>(base);
        for (var field : fields) {
            var rule = field.rule();
            switch (field.choice().act()) {
                case AGREE ->
                    agreed.merge(
                            rule.waggle(),
                            new Agreed(field.waggle(), field.crm()),
                            (known, seen) ->
                                    rule.same(known.waggle(), seen.waggle()) && rule.same(known.crm(), seen.crm())
                                            ? known
                                            : seen);
                case TO_CRM -> agreed.put(rule.waggle(), afterWrite(field, written));
                case TO_WAGGLE ->
                    agreed.put(
                            rule.waggle(), new Agreed(rule.toWaggle(field.crm()).orElse(field.waggle()), field.crm()));
                case KEEP, ASK -> {
                    // The values agreed on before stay the base of the next merge.
                }
            }
        }
        return agreed;
    }

    private static Agreed afterWrite(MergedField field, Optional<RemoteRecord> written) {
        var rule = field.rule();
        var sent = rule.toRemote(field.waggle()).orElse(field.crm());
        var crm = written.map(record -> record.fields().get(rule.remote())).orElse(sent);
        return new Agreed(field.waggle(), stored(rule, field.waggle(), crm));
    }

    /** The merge as if one side could not be written: its fields keep the values agreed on before. */
    public RecordMerge without(Side side) {
        var act = side == Side.CRM ? Act.TO_CRM : Act.TO_WAGGLE;
        return new RecordMerge(fields.stream()
                .map(field -> field.choice().act() == act
                        ? new MergedField(
                                field.rule(),
                                new Choice(Act.KEEP, field.choice().rule()),
                                field.waggle(),
                                field.crm())
                        : field)
                .toList());
    }

    /** The values of a record that is created on one side, by the names of that side. Blank ones are left out. */
    public static Map<String, String> created(List<FieldRule> rules, Side side, Map<String, String> from) {
        var values = new LinkedHashMap<String, String>();
        for (var rule : rules) {
            var toCrm = side == Side.CRM;
            var value = from.getOrDefault(toCrm ? rule.waggle() : rule.remote(), "");
            if (rule.onCreate().reaches(side) && !value.isBlank()) {
                (toCrm ? rule.toRemote(value) : rule.toWaggle(value))
                        .ifPresent(translated -> values.put(toCrm ? rule.remote() : rule.waggle(), translated));
            }
        }
        return values;
    }

    /**
     * The values agreed on after the creation of one of the records.
     *
     * @param side that was created
     */
    public static Map<String, Agreed> afterCreation(
            List<FieldRule> rules, Side side, LocalRecord local, RemoteRecord remote) {
        var agreed = new LinkedHashMap<String, Agreed>();
        for (var rule : rules) {
            var waggle = local.fields().get(rule.waggle());
            var crm = remote.fields().get(rule.remote());
            if (waggle != null && waggle.isBlank() && crm == null) {
                // A CRM need not return what was not written. A default of its own is a change, which the next merge
                // finds.
                agreed.put(rule.waggle(), new Agreed("", ""));
            } else if (waggle != null && crm != null) {
                var written = side == Side.CRM && rule.onCreate().reaches(Side.CRM);
                agreed.put(rule.waggle(), new Agreed(waggle, written ? stored(rule, waggle, crm) : crm));
            }
        }
        return agreed;
    }

    /**
     * The stored value where the CRM only shortened what was sent. Another value is the change of an automation: the sent value
     * is agreed on, and the next merge finds the change.
     */
    private static String stored(FieldRule rule, String waggle, String crm) {
        var sent = rule.toRemote(waggle).orElse(crm);
        return rule.form().isShortened(sent, crm, rule.scale()) ? crm : sent;
    }

    /** Whether Waggle's record differs from the values agreed on. */
    public static boolean isChanged(List<FieldRule> rules, Map<String, Agreed> base, LocalRecord local) {
        return rules.stream().anyMatch(rule -> {
            var agreed = base.get(rule.waggle());
            var value = local.fields().get(rule.waggle());
            return agreed != null && value != null && !rule.same(agreed.waggle(), value);
        });
    }

    /** Whether the CRM's record differs from the values agreed on. */
    public static boolean isChanged(List<FieldRule> rules, Map<String, Agreed> base, RemoteRecord remote) {
        return rules.stream().anyMatch(rule -> {
            var agreed = base.get(rule.waggle());
            var value = remote.fields().get(rule.remote());
            return agreed != null && value != null && !rule.same(agreed.crm(), value);
        });
    }

    private List<MergedField> having(Act act) {
        return fields.stream().filter(field -> field.choice().act() == act).toList();
    }
}
