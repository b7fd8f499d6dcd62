package waggle.http.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import waggle.http.request.Parameters;
import waggle.model.Uuids;
import waggle.model.paging.PageRequest;

/** Reads {@code uuid}: the records that a list returns, in their order (docs/api.md, "Lists"). */
public final class UuidList {
    public static final String NAME = "uuid";

    /** The most uuids of one list. */
    public static final int MOST = PageRequest.MAXIMUM_SIZE;

    private static final int UUID_CHARACTERS = 36;

    private static final String EXPECTED = "must be 1 to " + MOST
            + " uuids, with commas between, like 01932c07-0000-7000-8000-000000000001,01932c07-0000-7000-8000-000000000002";

    private UuidList() {}

    /** Whether the query has the parameter, valid or not. */
    public static boolean isIn(Parameters parameters) {
        return parameters.names().anyMatch(NAME::equals);
    }

    /** The uuids, each once; empty without the parameter, or if it is invalid, which {@link Parameters#finish} reports. */
    public static Optional<List<UUID>> read(Parameters parameters) {
        return parameters.readList(NAME, EXPECTED, MOST * (UUID_CHARACTERS + 1), UuidList::uuids);
    }

    private static Optional<List<UUID>> uuids(List<String> texts) {
        var uuids = texts.stream().flatMap(text -> Uuids.parse(text).stream()).toList();
        return uuids.size() == texts.size() && uuids.size() <= MOST
                ? Optional.of(uuids.stream().distinct().toList())
                : Optional.empty();
    }
}
