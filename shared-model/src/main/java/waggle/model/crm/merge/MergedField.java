package waggle.model.crm.merge;

/**
 * One field of a merged record.
 *
 * @param rule of the field
 * @param choice the outcome
 * @param waggle Waggle's value before
 * @param crm the provider's value before
 */
public record MergedField(FieldRule rule, Choice choice, String waggle, String crm) {}
