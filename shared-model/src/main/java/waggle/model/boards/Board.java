package waggle.model.boards;

import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The records of a list in groups (docs/api.md, "Boards").
 *
 * @param groups in the order of the stages or tiers, or of the states; last, the records without one, if there are any
 */
public record Board<T>(@Size(max = Board.MOST_GROUPS) List<BoardGroup<T>> groups) {
    /** A company has at most 30 tiers, and 30 stages of a kind; simultaneous requests may create two more. */
    public static final int MOST_GROUPS = 33;

    /** The records of a group if a request does not say how many. */
    public static final int DEFAULT_SIZE = 12;
}
