package waggle.acceptance.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import waggle.acceptance.cloud.BaseUrl;
import waggle.model.keys.Scopes.Scope;

/** Clients of the API under test, and the companies of its tests. */
public final class Target {
    private Target() {}

    /** A client without a key. */
    public static Api stranger() {
        var api = Api.at(BaseUrl.get());
        return BaseUrl.isLocal() ? api : api.patient();
    }

    /** A client of {@link #company} with the scopes read and write, or with the given key. */
    public static Api api() {
        return BaseUrl.isLocal() ? company().api() : given("waggle.key");
    }

    /** A client with the scope admin. */
    public static Api admin() {
        return BaseUrl.isLocal() ? company().api(Scope.ADMIN) : given("waggle.key");
    }

    /** A client with the scope read. */
    public static Api reader() {
        return BaseUrl.isLocal() ? company().reader() : given("waggle.read-key");
    }

    /** The company that the tests of the running class share; a new one if the running test has one of its own. */
    public static Tenant company() {
        return CompanyOfTest.shared().map(Companies::tested).orElseGet(Target::tenant);
    }

    /** A second company, shared like {@link #company}. */
    public static Tenant otherCompany() {
        return CompanyOfTest.shared().map(Companies::other).orElseGet(Target::tenant);
    }

    /** Opens a company. Skips the test where the target is not the embedded cloud. */
    public static Tenant tenant() {
        BaseUrl.assumeLocal();
        return Tenant.open();
    }

    private static Api given(String property) {
        var key = System.getProperty(property, "");
        assumeTrue(!key.isEmpty(), "This test needs a key in -D" + property);
        return stranger().withKey(key);
    }
}
