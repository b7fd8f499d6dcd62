package waggle.model.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/**
 * The rule of a resource whose records have positions: a record without a position is placed after the others of its
 * kind.
 *
 * @param resource the resource itself
 */
public record Ordering<T extends Positioned<T>>(Supplier<Resource<T>> resource) implements Rule<T> {
    private static final String FIELD = "uuids";

    /** @throws WaggleException {@link ErrorCode#CONFLICT} when {@value Positioned#MOST} records of the kind exist */
    @Override
    public T complete(Write write, @Nullable T before, T value) {
        if (before != null && value.series() != null) {
            return value;
        }
        var others = write.all(resource.get()).stream()
                .map(Entity::value)
                .filter(other -> other.group().equals(value.group()) && !other.equals(before))
                .toList();
        if (before == null && others.size() >= Positioned.MOST) {
            throw new WaggleException(
                    ErrorCode.CONFLICT, "One order has at most %d records".formatted(Positioned.MOST));
        }
        return value.series() == null ? value.at(Math.min(last(others) + 1, Positioned.HIGHEST)) : value;
    }

    private static <T extends Positioned<T>> int last(List<T> others) {
        return others.stream()
                .map(Positioned::series)
                .mapToInt(Objects::requireNonNull)
                .max()
                .orElse(0);
    }

    /**
     * Numbers the records of one kind from 1, in one transaction.
     *
     * @param uuids every record of the kind, once
     * @return the records in their new order
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} with a fault for each uuid that is wrong, repeated or
     *     missing
     */
    public static <T extends Positioned<T>> List<Entity<T>> set(Write write, Resource<T> resource, List<UUID> uuids) {
        var known = write.all(resource).stream().collect(Collectors.toMap(Entity::uuid, Function.identity()));
        requireWhole(known, uuids, resource.noun());
        return IntStream.range(0, uuids.size())
                .mapToObj(i -> write.change(resource, uuids.get(i), value -> value.at(i + 1)))
                .toList();
    }

    private static <T extends Positioned<T>> void requireWhole(
            Map<UUID, Entity<T>> known, List<UUID> uuids, String noun) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<UUID>();
        var kind = kind(known, uuids);
        for (var i = 0; i < uuids.size(); i++) {
            var field = FIELD + "[" + i + "]";
            var entity = known.get(uuids.get(i));
            if (entity == null) {
                faults.add(new Fault(field, "must be the uuid of a " + noun));
            } else if (!kind.equals(Optional.of(entity.value().group()))) {
                faults.add(new Fault(field, "must be of the same kind as the first"));
            } else if (!seen.add(entity.uuid())) {
                faults.add(new Fault(field, "must appear only once"));
            }
        }
        var missing = known.values().stream()
                .filter(entity -> kind.equals(Optional.of(entity.value().group())))
                .filter(entity -> !seen.contains(entity.uuid()))
                .map(entity -> entity.uuid().toString())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            faults.add(new Fault(FIELD, "must name every " + noun + " of the kind; missing " + missing));
        }
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    private static <T extends Positioned<T>> Optional<String> kind(Map<UUID, Entity<T>> known, List<UUID> uuids) {
        return uuids.stream().filter(known::containsKey).findFirst().map(uuid -> Objects.requireNonNull(known.get(uuid))
                .value()
                .group());
    }
}
