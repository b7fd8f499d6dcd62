package waggle.cloud.crm.pipedrive;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.regex.Pattern;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.FakeGrants;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** A Pipedrive with the API token of one user, and with an app of OAuth. */
public final class PipedriveFake implements FakeApi {
    /** Code of the custom field of organizations that holds their domain. */
    public static final String DOMAIN = "d0a1000000000000000000000000000000000001";

    /** Code of the custom field of organizations that holds their phone number. */
    public static final String PHONE = "d0a1000000000000000000000000000000000002";

    private static final Pattern WRITTEN =
            Pattern.compile("/api/v(?:2/(organizations|persons|deals)|1/notes)(/[0-9]+)?");

    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (FakeGrants.CLIENT_ID + ":" + FakeGrants.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));

    private final PipedriveAccount account;
    private final PipedriveRoutes routes;
    private final String token;
    private final FakeGrants grants;

    private PipedriveFake(PipedriveAccount account, String token, FakeGrants grants) {
        this.grants = grants;
        this.account = account;
        this.routes = new PipedriveRoutes(account);
        this.token = token;
    }

    /**
     * Starts a server at the loopback address.
     *
     * @param port 0 for any free one
     * @param token the API token that calls need
     */
    public static FakeCrm start(int port, String token, Clock clock) {
        return FakeCrm.start(port, account(token, new FakeGrants(clock), clock));
    }

    /** An account, for a server of several. */
    public static FakeApi account(String token, FakeGrants grants, Clock clock) {
        return new PipedriveFake(new PipedriveAccount(clock), token, grants);
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
        return PipedriveReply.of(fault);
    }

    @Override
    public boolean isWrite(Request request) {
        return !request.method().equals("GET")
                && WRITTEN.matcher(request.path()).matches();
    }

    @Override
    public Reply reply(Request request) {
        if (request.path().equals("/oauth/token")) {
            var isApp = request.authorization().equals(BASIC);
            return grants.reply(request.form(), isApp ? FakeGrants.CLIENT_ID : "", FakeGrants.CLIENT_SECRET)
                    .map(tokens -> Reply.json(200, tokens))
                    .orElseGet(() -> Reply.json(
                            400, PipedriveReply.node().put("success", false).put("error", "invalid_grant")));
        }
        return token.equals(request.authorization()) || grants.accepts(request.authorization())
                ? routes.reply(request)
                : PipedriveReply.error(401, "ERR_UNAUTHORIZED", "Unauthorized access");
    }
}
