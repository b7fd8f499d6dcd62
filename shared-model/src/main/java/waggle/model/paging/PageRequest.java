package waggle.model.paging;

/**
 * A request for one page of a list.
 *
 * @param page from 1
 * @param size 1 to {@value #MAXIMUM_SIZE}
 */
public record PageRequest(long page, int size) {
    public static final int DEFAULT_SIZE = 10;
    public static final int MAXIMUM_SIZE = 50;

    /** The largest number that JavaScript represents exactly, since replies have the number of the page. */
    public static final long MAXIMUM_PAGE = (1L << 53) - 1;

    /** The number of records before the page, capped at {@link Long#MAX_VALUE}. */
    public long offset() {
        return page - 1 > Long.MAX_VALUE / MAXIMUM_SIZE ? Long.MAX_VALUE : (page - 1) * size;
    }
}
