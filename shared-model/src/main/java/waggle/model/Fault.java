package waggle.model;

/**
 * One thing that is wrong with an input.
 *
 * @param field path of the field or name of the parameter, as the client writes it ({@code
 *     attributions[0].partner_uuid})
 * @param message what was expected, without the field's name
 */
public record Fault(String field, String message) {}
