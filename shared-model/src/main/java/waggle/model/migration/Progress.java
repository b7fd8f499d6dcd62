package waggle.model.migration;

/**
 * The records of a migration so far, with those of the runs that it continues.
 *
 * @param read all records that were read
 * @param rewritten those whose derived attributes were out of date
 */
public record Progress(long read, long rewritten) {
    static final Progress NONE = new Progress(0, 0);

    Progress plus(Progress other) {
        return new Progress(read + other.read, rewritten + other.rewritten);
    }
}
