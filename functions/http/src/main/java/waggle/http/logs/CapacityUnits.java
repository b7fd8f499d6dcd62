package waggle.http.logs;

/**
 * Capacity units as DynamoDB reports them.
 *
 * @param read units of reads, in halves
 * @param written units of writes
 */
record CapacityUnits(double read, double written) {}
