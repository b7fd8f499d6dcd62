package waggle.model.paging;

/**
 * Which page of a list is wanted.
 *
 * @param page from 1
 * @param size 1 to {@value #MAXIMUM_SIZE}
 */
public record PageRequest(long page, int size) {
    public static final int DEFAULT_SIZE = 10;
    public static final int MAXIMUM_SIZE = 50;

    /** How many records come before the page; a page too far to count is past every end. */
    public long offset() {
        return page - 1 > Long.MAX_VALUE / MAXIMUM_SIZE ? Long.MAX_VALUE : (page - 1) * size;
    }
}
