package waggle.acceptance.client;

import org.jspecify.annotations.Nullable;

/** The companies that the tests of a class share, each opened when the first test uses it. One thread runs these tests. */
final class Companies {
    private @Nullable Tenant tested;
    private @Nullable Tenant other;

    Tenant tested() {
        if (tested == null) {
            tested = Tenant.open();
        }
        return tested;
    }

    Tenant other() {
        if (other == null) {
            other = Tenant.open();
        }
        return other;
    }
}
