package waggle.model.commissions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.FieldType;
import waggle.model.customfields.NamedFields;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.stages.Stage;

/**
 * The rule that the stages and custom fields of deals in the entries of a rule exist, have the right kind, and stay as long as
 * a rule names them.
 */
final class RuleReferences implements Rule<CommissionRule> {
    /** The most records of all kinds that a rule names, so that it can be created in one transaction. */
    static final int MOST = 80;

    /** A custom field in a rule; a select field with the options of its tiers. */
    private record Named(String at, String key, FieldType type, List<String> options) {}

    @Override
    public List<Fault> faults(CommissionRule rule) {
        return RuleFaults.of(rule);
    }

    @Override
    public CommissionRule complete(Write write, @Nullable CommissionRule before, CommissionRule rule) {
        var fields = NamedFields.of(CustomField.Entity.DEAL, write);
        var faults = named(rule).stream().flatMap(one -> faults(fields, one)).toList();
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
        return rule;
    }

    private static Stream<Fault> faults(NamedFields fields, Named one) {
        var ofKey = fields.fault(one.at(), one.key(), one.type());
        return ofKey.isPresent() ? ofKey.stream() : fields.faults(optionsAt(one), one.key(), one.options());
    }

    /** The path of the tiers of a scaling, from that of its field. */
    private static String optionsAt(Named one) {
        return one.at().replaceAll("custom_field_key$", "tiers[%d].option_id");
    }

    @Override
    public void contribute(Records records, CommissionRule rule, Contributions contributions) {
        for (var i = 0; i < rule.entries().size(); i++) {
            var stage = rule.entries().get(i).trigger().stageUuid();
            if (stage != null) {
                var at = "entries[%d].trigger.stage_uuid".formatted(i);
                contributions.refer(Stage.RESOURCE, stage, at, true, Map.of("kind", "deal"));
            }
        }
        var named = named(rule);
        if (!named.isEmpty()) {
            var fields = NamedFields.of(CustomField.Entity.DEAL, records);
            named.forEach(one -> fields.refer(one.at(), one.key(), Set.copyOf(one.options()), contributions));
        }
    }

    /** How many records a rule names, which may have faults. */
    static int number(CommissionRule rule) {
        var entries = present(rule.entries()).toList();
        var stages = entries.stream()
                .map(RuleEntry::trigger)
                .filter(Objects::nonNull)
                .map(Trigger::stageUuid)
                .filter(Objects::nonNull);
        var keys = named(rule).stream().map(Named::key);
        return Stream.of(
                        rule.tierUuids().stream(),
                        rule.categoryUuids().stream(),
                        rule.partnerUuids().stream(),
                        stages,
                        keys)
                .flatMap(records -> records)
                .collect(Collectors.toCollection(HashSet::new))
                .size();
    }

    private static List<Named> named(CommissionRule rule) {
        var named = new ArrayList<Named>();
        for (var i = 0; rule.entries() != null && i < rule.entries().size(); i++) {
            var entry = rule.entries().get(i);
            if (entry != null && entry.trigger() != null && entry.trigger().customFieldKey() != null) {
                var at = "entries[%d].trigger.custom_field_key".formatted(i);
                named.add(new Named(at, entry.trigger().customFieldKey(), FieldType.BOOLEAN, List.of()));
            }
            if (entry != null && entry.calculation() != null) {
                calculation("entries[%d].calculation".formatted(i), entry.calculation(), named);
            }
        }
        return named;
    }

    private static void calculation(String at, Calculation calculation, List<Named> named) {
        amount(at, calculation, named);
        each(at + ".period_rates", calculation.periodRates(), named);
        if (calculation.split() != null) {
            part(at + ".split.one_off", calculation.split().oneOff(), named);
            part(at + ".split.recurring", calculation.split().recurring(), named);
        }
    }

    private static void part(String at, waggle.model.commissions.@Nullable Part part, List<Named> named) {
        if (part != null) {
            amount(at, part, named);
            each(at + ".period_rates", part.periodRates(), named);
        }
    }

    private static void amount(String at, Amount amount, List<Named> named) {
        if (amount.baseFieldKey() != null) {
            named.add(new Named(at + ".base_field_key", amount.baseFieldKey(), FieldType.NUMBER, List.of()));
        }
        var scaling = amount.scaling();
        if (scaling != null) {
            each(at + ".scaling.tiers", scaling.tiers(), named);
            if (scaling.customFieldKey() != null) {
                var options = present(scaling.tiers())
                        .map(tier -> Objects.requireNonNullElse(tier.optionId(), ""))
                        .toList();
                named.add(new Named(
                        at + ".scaling.custom_field_key", scaling.customFieldKey(), FieldType.SELECT, options));
            }
        }
        if (amount.volume() != null) {
            each(at + ".volume.tiers", amount.volume().tiers(), named);
        }
    }

    private static void each(String at, @Nullable List<? extends Amount> amounts, List<Named> named) {
        for (var i = 0; amounts != null && i < amounts.size(); i++) {
            if (amounts.get(i) != null) {
                amount("%s[%d]".formatted(at, i), amounts.get(i), named);
            }
        }
    }

    private static <E> Stream<E> present(@Nullable List<E> elements) {
        return elements == null ? Stream.empty() : elements.stream().filter(Objects::nonNull);
    }
}
