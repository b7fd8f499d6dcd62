package waggle.bench.lists;

import waggle.bench.figures.Figure;

/**
 * The calls of one list.
 *
 * @param event the request
 * @param found its {@code record-count}
 * @param units read capacity units of one call, with their limit
 */
record ListRun(String name, String event, long found, ListTimes times, Figure units) {}
