package waggle.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the tests run against: the API that {@code waggle.url} names, or else a cloud of their own on this machine. */
final class Target {
    private static final @Nullable String URL = System.getProperty("waggle.url");

    private Target() {}

    /** The address that the contract's paths stand below. */
    static URI baseUrl() {
        return URL == null ? LocalCloud.baseUrl() : URI.create(URL);
    }

    /** A client without a key. */
    static Api stranger() {
        return Api.at(baseUrl());
    }

    /** A client that may read and write, of a company of its own wherever that can be had. */
    static Api api() {
        return URL == null ? Tenant.open().api() : given("waggle.key");
    }

    /** A client that may read only. */
    static Api reader() {
        return URL == null ? Tenant.open().reader() : given("waggle.read-key");
    }

    /** A company of the test's own, which only a cloud of our own can open. */
    static Tenant tenant() {
        assumeTrue(URL == null, "This test opens companies and keys, which it cannot do at " + URL);
        return Tenant.open();
    }

    /** All tests share the one key they were given, so they wait when it has used up its minute. */
    private static Api given(String property) {
        var key = System.getProperty(property, "");
        assumeTrue(!key.isEmpty(), "This test needs a key in -D" + property);
        return stranger().withKey(key).patient();
    }
}
