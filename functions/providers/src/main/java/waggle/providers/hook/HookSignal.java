package waggle.providers.hook;

/**
 * A record that a call names. What the call says about its values is not read.
 *
 * @param account the CRM's identifier of the account
 * @param object the CRM's name of the object
 * @param id of the record
 * @param key the same for a repetition of the same message
 */
public record HookSignal(String account, String object, String id, String key) {}
