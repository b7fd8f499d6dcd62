package waggle.model.declaration;

/** Which keys may read and write the records of a resource (docs/api.md, "Conventions"). */
public enum Rights {
    /** A key may have a scope for this resource alone, such as {@code tags:read}. */
    SHARED,
    /** Only keys with the scope {@code admin}. */
    ADMIN,
    /** Every key with any read scope reads; only keys with the scope {@code admin} write. */
    READABLE_BY_ALL,
    /** Keys with the scope {@code read} for everything read; only keys with the scope {@code admin} write. */
    READABLE_IN_FULL;

    /** Whether a key can have a scope for this resource alone. */
    public boolean isShared() {
        return this == SHARED;
    }
}
