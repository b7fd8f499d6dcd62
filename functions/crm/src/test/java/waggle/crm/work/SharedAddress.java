package waggle.crm.work;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeApi;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.fake.Reply;
import waggle.cloud.crm.fake.Request;

/**
 * Accounts of one provider behind one address: the credentials of a call tell its account. Refusals repeat the credentials, as some
 * providers and proxies do.
 */
final class SharedAddress implements FakeApi {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final List<FakeApi> accounts;
    private int grants;
    private int refusedGrants;

    SharedAddress(List<FakeApi> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** The first account; the server makes one call at a time, whichever account it is of. */
    @Override
    public FakeAccount account() {
        return accounts.getFirst().account();
    }

    @Override
    public Reply reply(Request request) {
        var isGrant = request.path().contains("/oauth");
        grants += isGrant ? 1 : 0;
        var last = Reply.none();
        for (var account : accounts) {
            var reply = account.reply(request);
            if (reply.status() != UNAUTHORIZED && !(isGrant && reply.status() == BAD_REQUEST)) {
                return reply;
            }
            // HubSpot tells a token that has expired from one that it has never issued.
            last = last.body().contains("EXPIRED_AUTHENTICATION") ? last : reply;
        }
        refusedGrants += isGrant ? 1 : 0;
        var secret = isGrant ? request.text() + " " + decoded(request.authorization()) : request.authorization();
        return new Reply(
                last.status(),
                last.contentType(),
                last.body().replaceFirst("(\"(?:message|error|error_description)\":\")", "$1" + quoted(secret) + " "),
                last.headers());
    }

    /** The client of a grant that a header names, in clear text. */
    private static String decoded(String authorization) {
        var basic = authorization.startsWith("Basic ") ? authorization.substring("Basic ".length()) : "";
        return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return text.replace("\"", "").replace("\\", "").replace("$", "");
    }

    /** An expired token is one of each account. */
    @Override
    public Reply reply(Fault fault) {
        return accounts.stream().map(account -> account.reply(fault)).toList().getLast();
    }

    @Override
    public boolean isWrite(Request request) {
        return accounts.getFirst().isWrite(request);
    }

    /** The requests for tokens so far. */
    int grants() {
        synchronized (account()) {
            return grants;
        }
    }

    /** The requests for tokens that were refused. */
    int refusedGrants() {
        synchronized (account()) {
            return refusedGrants;
        }
    }
}
