package waggle.model.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.FilterType;
import waggle.model.records.Entity;
import waggle.model.table.ItemKey;

/** All rules of a resource as one, in the order of their declaration. */
record Rules<T>(List<Rule<T>> rules) implements Rule<T> {

    @Override
    public List<Fault> faults(T value) {
        return rules.stream().flatMap(rule -> rule.faults(value).stream()).toList();
    }

    @Override
    public T complete(Write write, @Nullable T before, T value) {
        var completed = value;
        for (var rule : rules) {
            completed = rule.complete(write, before, completed);
        }
        return completed;
    }

    @Override
    public void contribute(Records records, T value, Contributions contributions) {
        rules.forEach(rule -> rule.contribute(records, value, contributions));
    }

    @Override
    public void follow(Write write, @Nullable Entity<T> before, @Nullable Entity<T> after) {
        rules.forEach(rule -> rule.follow(write, before, after));
    }

    @Override
    public Optional<ItemKey> lastItem(UUID company, Entity<T> entity) {
        return rules.stream()
                .flatMap(rule -> rule.lastItem(company, entity).stream())
                .findFirst();
    }

    @Override
    public List<Part> parts(T value) {
        return rules.stream().flatMap(rule -> rule.parts(value).stream()).toList();
    }

    @Override
    public List<String> events() {
        return rules.stream().flatMap(rule -> rule.events().stream()).toList();
    }

    @Override
    public List<Filter> filters() {
        return rules.stream().flatMap(rule -> rule.filters().stream()).toList();
    }

    @Override
    public Map<String, FilterType> filterKeys(Records records) {
        return rules.stream()
                .flatMap(rule -> rule.filterKeys(records).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<String> fields() {
        return rules.stream().flatMap(rule -> rule.fields().stream()).toList();
    }
}
