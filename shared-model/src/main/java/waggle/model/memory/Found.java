package waggle.model.memory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The records of a page.
 *
 * @param count the number of records of the whole list
 * @param uuids of the page's records, in order
 * @param young those that were written so recently that a read that need not be consistent may return an older version
 */
public record Found(long count, List<UUID> uuids, Set<UUID> young) {

    /** @param isYoung whether a record was written lately */
    static Found of(long count, List<UUID> uuids, Predicate<UUID> isYoung) {
        return new Found(count, uuids, uuids.stream().filter(isYoung).collect(Collectors.toUnmodifiableSet()));
    }
}
