package waggle.crm.work;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeGrants;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.model.crm.mapping.Provider;

/**
 * The account of one tenant.
 *
 * @param name of the tenant
 * @param grants the tokens of an app, in place of a key that does not expire
 */
record TenantAccount(Provider provider, String name, FakeGrants grants, FakeApi api) {

    static TenantAccount of(Provider provider, String name, Clock clock) {
        var grants = new FakeGrants(clock, name + "-");
        var api =
                switch (provider) {
                    case HUBSPOT -> HubSpotFake.account(key(name), grants, clock);
                    case PIPEDRIVE -> PipedriveFake.account(key(name), grants, clock);
                    case SALESFORCE -> SalesforceFake.account("app" + name, key(name), clock);
                };
        api.account().account(100 + name.charAt(0) - 'A');
        return new TenantAccount(provider, name, grants, api);
    }

    private static String key(String name) {
        return "secret-of-" + name;
    }

    Map<String, String> credentials(boolean isGranted) {
        if (provider == Provider.SALESFORCE) {
            return Map.of(
                    "my_domain",
                    "https://acme.my.salesforce.com",
                    "consumer_key",
                    "app" + name,
                    "consumer_secret",
                    key(name));
        }
        return isGranted
                ? Map.of(
                        "client_id",
                        FakeGrants.CLIENT_ID,
                        "client_secret",
                        FakeGrants.CLIENT_SECRET,
                        "refresh_token",
                        grants.refreshToken())
                : Map.of("token", key(name));
    }

    /** Lets searches of the account trail, an administrator refuse a value, and an automation rewrite others. */
    void trouble(Random random, String refused) {
        var account = api.account();
        account.refuse(values -> values.containsValue(refused));
        account.lag(Duration.ofSeconds(random.nextInt(3) * 15L));
        if (random.nextBoolean()) {
            account.automate((type, values) -> rewritten(values));
        }
    }

    private static Map<String, String> rewritten(Map<String, String> values) {
        var rewritten = new HashMap<>(values);
        rewritten.replaceAll((name, value) -> value.startsWith("http://") ? value.replace("http:", "https:") : value);
        return rewritten;
    }
}
