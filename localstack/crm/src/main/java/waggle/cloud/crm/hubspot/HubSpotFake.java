package waggle.cloud.crm.hubspot;

import java.time.Clock;
import java.util.UUID;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** A HubSpot with a static token. */
public final class HubSpotFake implements FakeApi {
    private final HubSpotAccount account;
    private final HubSpotRoutes routes;
    private final String token;

    private HubSpotFake(HubSpotAccount account, String token) {
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
        return FakeCrm.start(port, new HubSpotFake(new HubSpotAccount(clock), token));
    }

    @Override
    public FakeAccount account() {
        return account;
    }

    @Override
    public Reply reply(Fault fault) {
        return HubSpotReply.of(fault);
    }

    @Override
    public boolean isWrite(Request request) {
        return request.method().equals("PATCH")
                || request.method().equals("DELETE")
                || request.path().endsWith("/upsert");
    }

    @Override
    public Reply reply(Request request) {
        if (!("Bearer " + token).equals(request.authorization())) {
            return HubSpotReply.error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found");
        }
        return routes.reply(request)
                .with("X-HubSpot-Correlation-Id", UUID.randomUUID().toString());
    }
}
