package waggle.cloud.crm.hubspot;

import java.time.Clock;
import java.util.UUID;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.FakeGrants;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** A HubSpot with a static token, and with an app of OAuth. */
public final class HubSpotFake implements FakeApi {
    private final HubSpotAccount account;
    private final HubSpotRoutes routes;
    private final String token;
    private final FakeGrants grants;

    private HubSpotFake(HubSpotAccount account, String token, FakeGrants grants) {
        this.grants = grants;
        this.account = account;
        this.routes = new HubSpotRoutes(account);
        this.token = token;
    }

    /**
     * Starts a server at the loopback address.
     *
     * @param port 0 for any free one
     * @param token the key that calls need, such as {@code pat-local-1}
     */
    public static FakeCrm start(int port, String token, Clock clock) {
        return FakeCrm.start(port, account(token, new FakeGrants(clock), clock));
    }

    /** An account, for a server of several. */
    public static FakeApi account(String token, FakeGrants grants, Clock clock) {
        return new HubSpotFake(new HubSpotAccount(clock), token, grants);
    }

    @Override
    public FakeAccount account() {
        return account;
    }

    @Override
    public Reply reply(Fault fault) {
        if (fault == Fault.TOKEN_EXPIRED) {
            grants.expire();
        }
        return HubSpotReply.of(fault);
    }

    @Override
    public boolean isWrite(Request request) {
        return request.method().equals("PATCH")
                || request.method().equals("PUT")
                || request.method().equals("DELETE")
                || request.path().endsWith("/upsert")
                || (request.method().equals("POST") && request.path().endsWith("/notes"));
    }

    @Override
    public Reply reply(Request request) {
        if (request.path().equals("/oauth/2026-03/token")) {
            var form = request.form();
            return grants.reply(form, form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""))
                    .map(tokens -> Reply.json(200, tokens))
                    .orElseGet(() -> HubSpotReply.error(400, "BAD_REFRESH_TOKEN", "missing or invalid refresh token"));
        }
        if (!("Bearer " + token).equals(request.authorization()) && !grants.accepts(request.authorization())) {
            return grants.isExpired(request.authorization())
                    ? HubSpotReply.of(Fault.TOKEN_EXPIRED)
                    : HubSpotReply.error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found");
        }
        return routes.reply(request)
                .with("X-HubSpot-Correlation-Id", UUID.randomUUID().toString());
    }
}
