package waggle.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import waggle.model.keys.Scopes.Scope;

/** The API under test: the one at {@code waggle.url}, or an embedded cloud. */
final class Target {
    private static final @Nullable String URL = System.getProperty("waggle.url");

    private Target() {}

    /** The base URL ({@code docs/api.md}, "Base URL"). */
    static URI baseUrl() {
        return URL == null ? LocalCloud.baseUrl() : URI.create(URL);
    }

    /** A client without a key. */
    static Api stranger() {
        return URL == null ? Api.at(baseUrl()) : Api.at(baseUrl()).patient();
    }

    /** A client of {@link #company} with the scopes read and write, or with the given key. */
    static Api api() {
        return isLocal() ? company().api() : given("waggle.key");
    }

    /** A client with the scope admin. */
    static Api admin() {
        return isLocal() ? company().api(Scope.ADMIN) : given("waggle.key");
    }

    /** A client with the scope read. */
    static Api reader() {
        return isLocal() ? company().reader() : given("waggle.read-key");
    }

    /** The company that the tests of the running class share; a new one if the running test has one of its own. */
    static Tenant company() {
        return CompanyOfTest.shared().map(Companies::tested).orElseGet(Target::tenant);
    }

    /** A second company, shared like {@link #company}. */
    static Tenant otherCompany() {
        return CompanyOfTest.shared().map(Companies::other).orElseGet(Target::tenant);
    }

    /** Opens a company. Skips the test where the target is not the embedded cloud. */
    static Tenant tenant() {
        assumeLocal();
        return Tenant.open();
    }

    static boolean isLocal() {
        return URL == null;
    }

    /** Skips a test that needs the embedded cloud itself and not only its API. */
    static void assumeLocal() {
        assumeTrue(isLocal(), "This test needs a cloud of its own; skipped at " + URL);
    }

    private static Api given(String property) {
        var key = System.getProperty(property, "");
        assumeTrue(!key.isEmpty(), "This test needs a key in -D" + property);
        return stranger().withKey(key);
    }
}
