package waggle.crm.account;

import java.time.Instant;
import waggle.model.crm.token.TokenItems;
import waggle.model.json.Json;
import waggle.providers.token.TokenStore;
import waggle.providers.token.Tokens;

/** The tokens of a connection in the table. */
record StoredTokens(TokenItems items) implements TokenStore {
    @Override
    public Stored read() {
        var item = items.read();
        var tokens = item.tokens().map(text -> Json.parse(text, Tokens.class)).orElse(Tokens.NONE);
        return new Stored(tokens, item.edition());
    }

    @Override
    public boolean lease(String edition, Instant now, Instant until) {
        return items.lease(edition, now, until);
    }

    @Override
    public void release(String edition, Instant until) {
        items.release(edition, until);
    }

    @Override
    public boolean store(String edition, Tokens tokens) {
        return items.store(edition, Json.write(tokens));
    }
}
