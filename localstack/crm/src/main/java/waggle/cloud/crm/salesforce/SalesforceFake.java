package waggle.cloud.crm.salesforce;

import java.security.PublicKey;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** A Salesforce with one app, for the flow of client credentials or with the certificate of a private key. */
public final class SalesforceFake implements FakeApi {
    private final SalesforceAccount account;
    private final SalesforceRoutes routes;
    private final String clientId;
    private final String clientSecret;
    private final @Nullable SalesforceJwt jwt;
    private long tokens;

    private SalesforceFake(
            SalesforceAccount account, String clientId, String clientSecret, @Nullable SalesforceJwt jwt) {
        this.account = account;
        this.routes = new SalesforceRoutes(account);
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.jwt = jwt;
    }

    /**
     * Starts a server at the loopback address.
     *
     * @param port 0 for any free one
     * @param clientId consumer key of the app
     * @param clientSecret consumer secret of the app
     */
    public static FakeCrm start(int port, String clientId, String clientSecret, Clock clock) {
        return FakeCrm.start(port, account(clientId, clientSecret, clock));
    }

    /** An organization, for a server of several. */
    public static FakeApi account(String clientId, String clientSecret, Clock clock) {
        return new SalesforceFake(new SalesforceAccount(clock), clientId, clientSecret, null);
    }

    /**
     * Starts a server whose app signs in with a private key.
     *
     * @param clientId consumer key of the app
     * @param certificate the public key of the app's certificate
     * @param user whom the app may act for
     */
    public static FakeCrm startWithKey(String clientId, PublicKey certificate, String user, Clock clock) {
        var jwt = new SalesforceJwt(certificate, clientId, user, clock);
        return FakeCrm.start(0, new SalesforceFake(new SalesforceAccount(clock), clientId, "", jwt));
    }

    @Override
    public FakeAccount account() {
        return account;
    }

    @Override
    public Reply reply(Fault fault) {
        if (fault == Fault.TOKEN_EXPIRED) {
            tokens++;
        }
        return SalesforceReply.of(fault);
    }

    @Override
    public boolean isWrite(Request request) {
        return !request.method().equals("GET") && request.path().contains("/sobjects");
    }

    @Override
    public Reply reply(Request request) {
        if (request.path().equals("/services/oauth2/token")) {
            return token(request);
        }
        return ("Bearer " + token()).equals(request.authorization())
                ? routes.reply(request).with("Sforce-Limit-Info", "api-usage=18/100000")
                : SalesforceReply.expired();
    }

    private Reply token(Request request) {
        var form = request.form();
        if (jwt != null && SalesforceJwt.isAsked(form)) {
            return jwt.accepts(form) ? granted() : refused("invalid_grant", "invalid assertion");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused("unsupported_grant_type", "grant type not supported");
        }
        if (jwt != null || !clientId.equals(form.get("client_id")) || !clientSecret.equals(form.get("client_secret"))) {
            return refused("invalid_client", "invalid client credentials");
        }
        return granted();
    }

    private Reply granted() {
        return Reply.json(
                200, SalesforceReply.node().put("access_token", token()).put("token_type", "Bearer"));
    }

    private String token() {
        return "00D000000000001!local-" + clientId + tokens;
    }

    private static Reply refused(String code, String message) {
        return Reply.json(400, SalesforceReply.node().put("error", code).put("error_description", message));
    }
}
