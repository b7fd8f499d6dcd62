package waggle.model.crm.merge;

/**
 * The values of one field that both sides last agreed on. They differ in form where the CRM rounds, trims or translates. Each
 * side is compared with its own value, so what a CRM made of a written value is no change.
 *
 * @param waggle Waggle's value; {@code ""} if blank
 * @param crm the provider's value; {@code ""} if blank
 */
public record Agreed(String waggle, String crm) {}
