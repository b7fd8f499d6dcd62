package waggle.providers;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import waggle.model.crm.port.CallBudget;
import waggle.providers.salesforce.SalesforceCrm;
import waggle.providers.token.GrantedToken;
import waggle.providers.token.Grants;
import waggle.providers.token.TokenStore;
import waggle.providers.token.Tokens;

/** The tokens of one connection in memory, which all its workers share. */
public final class MemoryTokens implements TokenStore {
    private Stored stored = new Stored(Tokens.NONE, "0");
    private Instant leasedUntil = Instant.MIN;

    @Override
    public synchronized Stored read() {
        return stored;
    }

    @Override
    public synchronized boolean lease(String edition, Instant now, Instant until) {
        var isFree = edition.equals(stored.edition()) && leasedUntil.isBefore(now);
        leasedUntil = isFree ? until : leasedUntil;
        return isFree;
    }

    @Override
    public synchronized void release(String edition, Instant until) {
        if (edition.equals(stored.edition()) && leasedUntil.equals(until)) {
            leasedUntil = Instant.MIN;
        }
    }

    @Override
    public synchronized boolean store(String edition, Tokens tokens) {
        var isSame = edition.equals(stored.edition());
        if (isSame) {
            stored = new Stored(tokens, edition + "+");
            leasedUntil = Instant.MIN;
        }
        return isSame;
    }

    /** A Salesforce that is called by an app with client credentials. */
    public static SalesforceCrm salesforce(
            HttpClient client, URI url, String consumerKey, String consumerSecret, CallBudget budget) {
        var credentials = Map.of("consumer_key", consumerKey, "consumer_secret", consumerSecret);
        var clock = Clock.systemUTC();
        var grant = new Grants(client, clock, url, credentials).salesforce();
        return new SalesforceCrm(client, url, new GrantedToken(grant, new MemoryTokens(), clock), budget);
    }
}
