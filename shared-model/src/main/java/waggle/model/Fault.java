package waggle.model;

/**
 * One fault of an input.
 *
 * @param field path of the field or name of the parameter, as the client writes it ({@code
 *     attributions[0].partner_uuid})
 * @param message the expectation, worded to follow the field's name: {@code must be a date like 2026-11-22}
 */
public record Fault(String field, String message) {}
