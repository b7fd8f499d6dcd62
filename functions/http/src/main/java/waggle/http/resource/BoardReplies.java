package waggle.http.resource;

import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import waggle.http.query.ListQuery;
import waggle.http.request.Parameters;
import waggle.http.request.Query;
import waggle.model.Actor;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.boards.Board;
import waggle.model.boards.Boards;
import waggle.model.boards.Grouping;
import waggle.model.paging.PageRequest;
import waggle.model.store.Store;

/** Replies to requests for boards (docs/api.md, "Boards"). */
public final class BoardReplies<T> {
    private static final String GROUP_BY = "group_by";

    private final Store<T> store;
    private final Boards<T> boards;
    private final List<Grouping> groupings;
    private final String expected;

    BoardReplies(Store<T> store) {
        this.store = store;
        this.boards = new Boards<>(store);
        this.groupings = Grouping.of(store.resource());
        this.expected = "must be "
                + groupings.stream().map(Grouping::id).collect(Collectors.joining(" or ")) + ", like group_by="
                + groupings.getFirst().id();
    }

    /**
     * Reads a board.
     *
     * @throws WaggleException if the query is invalid, or the board is too large to return
     */
    public HttpResponse<Board<T>> reply(Actor actor, Query query) {
        var parameters = new Parameters(query);
        var grouping = parameters.read(GROUP_BY, expected, this::grouping);
        var size = parameters.number("pageSize", PageRequest.MAXIMUM_SIZE).orElse((long) Board.DEFAULT_SIZE);
        var request = new ListQuery(parameters, store.resource(), () -> store.filterKeys(actor))
                .read(List.of(), new PageRequest(1, size.intValue()));
        parameters.finish();
        var by = grouping.orElseThrow(
                () -> WaggleException.invalid(List.of(new Fault(GROUP_BY, "is required; it " + expected))));
        var board = boards.read(actor, by, request);
        PageSize.require(board.groups());
        return HttpResponse.ok(board);
    }

    private Optional<Grouping> grouping(String text) {
        return groupings.stream().filter(grouping -> grouping.id().equals(text)).findFirst();
    }
}
