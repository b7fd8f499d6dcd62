package waggle.model.companies;

/**
 * A tenant: everything else belongs to one.
 *
 * @param name 1 to 200 characters
 */
public record Company(String name) {}
