package waggle.providers.salesforce;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Details;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.providers.call.Answer;
import waggle.providers.call.Call;
import waggle.providers.call.Credentials;
import waggle.providers.call.Host;
import waggle.providers.call.Refusal;

/**
 * The access token of an app, by the flow of client credentials. There is no refresh token: a new token is asked for when the
 * last one is refused, and workers that were refused together ask once.
 */
final class SalesforceToken implements Credentials {
    private static final int SERVER_ERROR = 500;

    private final Host host;
    private final Map<String, String> form;
    private @Nullable Map<String, String> headers;

    SalesforceToken(Host host, String clientId, String clientSecret) {
        this.host = host;
        this.form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret);
    }

    @Override
    public synchronized Map<String, String> headers() {
        var known = headers;
        if (known == null) {
            known = Map.of("Authorization", "Bearer " + asked());
            headers = known;
        }
        return known;
    }

    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        if (refused.equals(headers)) {
            headers = null;
        }
        return !headers().equals(refused);
    }

    private String asked() {
        var answer = host.send(Call.form("/services/oauth2/token", form), Map.of());
        var token = answer.body().path("access_token").asText("");
        if (!answer.isDone() || token.isEmpty()) {
            throw failure(answer);
        }
        return token;
    }

    private static CrmFailure failure(Answer answer) {
        if (answer.status() >= SERVER_ERROR || answer.isDone()) {
            return new CrmFailure(Kind.RETRY, "Salesforce gave no access token", Details.NONE);
        }
        var body = answer.body();
        return new Refusal(
                        body.path("error_description").asText(""),
                        body.path("error").asText(""),
                        null)
                .failure(Kind.STOP, "Salesforce refused the credentials of the app", null, null, null);
    }
}
