package waggle.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.client.ApiClient;
import waggle.model.Uuids;
import waggle.model.catalogue.OpenPage;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/**
 * A local cloud with one company, and a browser.
 *
 * @param key an API key with all rights
 */
record ConsoleCloud(Chromium chromium, Browser browser, Cloud cloud, String key, ApiClient api)
        implements AutoCloseable {
    private static final int MANY = 100_000;

    /** Starts both, or skips the test. */
    static ConsoleCloud start(String company) throws Exception {
        var chromium = Chromium.start();
        var cloud = Cloud.start(CloudOptions.defaults().withRate(MANY).withLocalWebhooks());
        var key = cloud.open(new Company(company), KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN));
        var api = new ApiClient(cloud.baseUrl(), key, time -> Thread.sleep(time));
        return new ConsoleCloud(chromium, chromium.browser(), cloud, key.reveal(), api);
    }

    String url() {
        return cloud.url(OpenPage.CONSOLE).toString();
    }

    ConsoleTab signedIn() {
        return ConsoleTab.signedIn(browser, url(), key);
    }

    JsonNode get(String path) throws Exception {
        return api.get(path).body();
    }

    JsonNode post(String path, String json) throws Exception {
        return write("POST", path, json);
    }

    JsonNode write(String method, String path, String json) throws Exception {
        return api.write(
                        method, path, Json.mapper().readTree(json), Uuids.next().toString())
                .body();
    }

    /** The uuid of the record with a label. */
    String labelled(String path, String label) throws Exception {
        return get(path)
                .required("data")
                .valueStream()
                .filter(record -> record.required("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .required("uuid")
                .asText();
    }

    @Override
    public void close() {
        cloud.close();
        chromium.close();
    }
}
