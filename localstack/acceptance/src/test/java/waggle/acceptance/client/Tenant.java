package waggle.acceptance.client;

import java.util.UUID;
import waggle.acceptance.cloud.LocalCloud;
import waggle.cloud.Cloud;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/**
 * A company of a local cloud.
 *
 * @param key with the scopes read and write
 */
public record Tenant(Cloud cloud, UUID company, KeySecret key) {

    public static Tenant open() {
        return open(LocalCloud.cloud());
    }

    public static Tenant open(Cloud cloud) {
        var key = cloud.open(new Company("Acceptance"), KeySecret.Mode.TEST, Scopes.of(Scope.READ, Scope.WRITE));
        return new Tenant(cloud, cloud.keys().find(key).orElseThrow().company(), key);
    }

    /** A client with the company's first key. */
    public Api api() {
        return client(key);
    }

    public Api reader() {
        return api(Scope.READ);
    }

    /** A client with a new key of the company. */
    public Api api(Scope first, Scope... others) {
        return api(Scopes.of(first, others));
    }

    public Api api(Scopes scopes) {
        return client(cloud.issue(company, KeySecret.Mode.TEST, scopes));
    }

    private Api client(KeySecret secret) {
        return Api.at(cloud.baseUrl()).withKey(secret.reveal());
    }
}
