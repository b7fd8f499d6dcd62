package waggle.http.logs;

/**
 * Capacity units as DynamoDB reports them.
 *
 * @param read units of reads, in halves
 * @param written units of writes
 */
record CapacityUnits(double read, double written) {
    static final CapacityUnits NONE = new CapacityUnits(0, 0);

    CapacityUnits plus(double units, boolean isRead) {
        return isRead ? new CapacityUnits(read + units, written) : new CapacityUnits(read, written + units);
    }
}
