package waggle.model.crm.merge;

import java.util.Map;
import java.util.Optional;

/**
 * The mapping of one field.
 *
 * @param waggle the field's name in Waggle
 * @param remote the provider's name of the field
 * @param form what the field holds
 * @param scale digits after the decimal point, for {@link Form#NUMBER}; 0 to 12
 * @param onCreate the way the value travels when a record is created on the other side
 * @param onUpdate the way changes travel between linked records
 * @param wins the rule for a change on both sides
 * @param values Waggle's values and the provider's for each; empty if both have the same
 */
public record FieldRule(
        String waggle,
        String remote,
        Form form,
        int scale,
        Direction onCreate,
        Direction onUpdate,
        Wins wins,
        Map<String, String> values) {

    public FieldRule {
        values = Map.copyOf(values);
    }

    /** A text whose changes travel both ways; the later change wins. */
    public static FieldRule of(String waggle, String remote, Form form) {
        return new FieldRule(waggle, remote, form, 0, Direction.BOTH, Direction.BOTH, Wins.LATEST, Map.of());
    }

    public FieldRule with(Direction direction) {
        return new FieldRule(waggle, remote, form, scale, direction, direction, wins, values);
    }

    public FieldRule with(Wins rule) {
        return new FieldRule(waggle, remote, form, scale, onCreate, onUpdate, rule, values);
    }

    public FieldRule with(Map<String, String> map) {
        return new FieldRule(waggle, remote, form, scale, onCreate, onUpdate, wins, map);
    }

    public FieldRule scaled(int digits) {
        return new FieldRule(waggle, remote, form, digits, onCreate, onUpdate, wins, values);
    }

    /** Waggle's value in the provider's form; empty if the value map lacks it. */
    Optional<String> toRemote(String value) {
        return values.isEmpty() || value.isBlank() ? Optional.of(value) : Optional.ofNullable(values.get(value));
    }

    /** The provider's value in Waggle's form; empty if the value map lacks it. */
    public Optional<String> toWaggle(String value) {
        return values.isEmpty() || value.isBlank()
                ? Optional.of(value)
                : values.entrySet().stream()
                        .filter(pair -> pair.getValue().equals(value))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst();
    }

    boolean same(String one, String other) {
        return form.same(one, other, scale);
    }
}
