package waggle.acceptance;

import java.util.UUID;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/**
 * A company of the local cloud.
 *
 * @param key with the scopes read and write
 */
record Tenant(UUID company, KeySecret key) {

    static Tenant open() {
        var cloud = LocalCloud.cloud();
        var key = cloud.open(new Company("Acceptance"), KeySecret.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE));
        return new Tenant(cloud.keys().find(key).orElseThrow().company(), key);
    }

    /** A client with the company's first key. */
    Api api() {
        return Target.stranger().withKey(key.reveal());
    }

    Api reader() {
        return api(Scope.READ);
    }

    /** A client with a new key of the company. */
    Api api(Scope first, Scope... others) {
        return api(Scopes.of(first, others));
    }

    Api api(Scopes scopes) {
        var another = LocalCloud.cloud().issue(company, KeySecret.Mode.TEST, scopes);
        return Target.stranger().withKey(another.reveal());
    }
}
