package waggle.cloud.crm.pipedrive;

import java.time.Clock;
import java.util.regex.Pattern;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/** A Pipedrive with the API token of one user. */
public final class PipedriveFake implements FakeApi {
    /** Code of the custom field of organizations that holds their domain. */
    public static final String DOMAIN = "d0a1000000000000000000000000000000000001";

    /** Code of the custom field of organizations that holds their phone number. */
    public static final String PHONE = "d0a1000000000000000000000000000000000002";

    private static final Pattern WRITTEN = Pattern.compile("/api/v2/(organizations|persons|deals)(/[0-9]+)?");

    private final PipedriveAccount account;
    private final PipedriveRoutes routes;
    private final String token;

    private PipedriveFake(PipedriveAccount account, String token) {
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
        return FakeCrm.start(port, new PipedriveFake(new PipedriveAccount(clock), token));
    }

    @Override
    public FakeAccount account() {
        return account;
    }

    @Override
    public Reply reply(Fault fault) {
        return PipedriveReply.of(fault);
    }

    @Override
    public boolean isWrite(Request request) {
        return !request.method().equals("GET")
                && WRITTEN.matcher(request.path()).matches();
    }

    @Override
    public Reply reply(Request request) {
        return token.equals(request.authorization())
                ? routes.reply(request)
                : PipedriveReply.error(401, "ERR_UNAUTHORIZED", "Unauthorized access");
    }
}
