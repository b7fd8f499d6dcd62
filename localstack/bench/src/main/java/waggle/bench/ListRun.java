package waggle.bench;

/**
 * One list, called again and again.
 *
 * @param event the request
 * @param found its {@code record-count}
 * @param units read capacity units of one call, and the highest number that is good
 */
record ListRun(String name, String event, long found, ListTimes times, Figure units) {}
