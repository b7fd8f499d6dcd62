package waggle.cloud.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import waggle.model.companies.Company;
import waggle.model.keys.KeySecret;

/**
 * Tries whether the API accepts a new key. API Gateway's endpoints learn of a key within seconds, seldom minutes, and return
 * 401 until then.
 */
public final class KeyTrial {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final URI company;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** @param baseUrl of the API, with {@code /v1} */
    public KeyTrial(URI baseUrl) {
        this.company = URI.create(baseUrl + "/" + Company.PATH);
    }

    /** Returns whether a request with the key is authorized; a key without read access may be refused with 403. */
    public boolean works(KeySecret key) throws InterruptedException {
        var request = HttpRequest.newBuilder(company)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key.reveal())
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status != UNAUTHORIZED && status < SERVER_ERROR;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
