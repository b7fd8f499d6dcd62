package waggle.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.CrmFakes;
import waggle.cloud.client.ApiClient;
import waggle.model.Patience;
import waggle.model.Uuids;
import waggle.model.catalogue.OpenPage;
import waggle.model.companies.Company;
import waggle.model.json.Json;
import waggle.model.keys.KeySecret;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;

/**
 * A company on the local cloud that all tests share.
 *
 * @param key an API key with all rights
 */
public record ConsoleCloud(Cloud cloud, String key, ApiClient api) {
    private static final int MANY = 100_000;
    /** A minute in AWS. Retries of deliveries wait for the sweeper. */
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(2);

    /** CRMs in memory, without records. */
    public static final CrmFakes CRMS = CrmFakes.start(0);

    private static final FutureTask<Cloud> CLOUD = new FutureTask<>(ConsoleCloud::start);

    /** Opens a company, or skips the test. */
    public static ConsoleCloud open(String company) throws Exception {
        Chromium.browser();
        CLOUD.run();
        var cloud = CLOUD.get();
        var key = cloud.open(new Company(company), KeySecret.Mode.TEST, Scopes.of(Scope.ADMIN));
        var api = new ApiClient(cloud.baseUrl(), key, time -> Thread.sleep(time));
        return new ConsoleCloud(cloud, key.reveal(), api);
    }

    private static Cloud start() throws Exception {
        var cloud = Cloud.start(CloudOptions.defaults()
                .withRate(MANY)
                .withLocalWebhooks()
                .withSweepInterval(SWEEP_INTERVAL)
                .withCrmFakes(CRMS.urls()));
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
    }

    public Browser browser() {
        return Chromium.browser();
    }

    public String url() {
        return cloud.url(OpenPage.CONSOLE).toString();
    }

    public ConsoleTab signedIn() {
        return ConsoleTab.signedIn(browser(), url(), key);
    }

    public JsonNode get(String path) throws Exception {
        return api.get(path).body();
    }

    public JsonNode post(String path, String json) throws Exception {
        return write("POST", path, json);
    }

    public JsonNode write(String method, String path, String json) throws Exception {
        return api.write(
                        method, path, Json.mapper().readTree(json), Uuids.next().toString())
                .body();
    }

    /** The uuid of the record with a label. */
    public String labelled(String path, String label) throws Exception {
        return get(path)
                .required("data")
                .valueStream()
                .filter(record -> record.required("label").asText().equals(label))
                .findFirst()
                .orElseThrow()
                .required("uuid")
                .asText();
    }

    /** Waits until a search finds something: a write shows within a second (docs/api.md, "Lists"). */
    public void awaitFound(String words) throws Exception {
        await("/search?q=" + words);
    }

    /** Waits until a list has a record. */
    public void await(String path) throws Exception {
        Patience.until(() -> get(path).required("data"), found -> !found.isEmpty());
    }
}
