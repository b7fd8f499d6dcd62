package waggle.providers.token;

import java.time.Instant;

/** Keeps the tokens of one connection for all its processes. */
public interface TokenStore {
    /**
     * Tokens as they are stored.
     *
     * @param edition changes with every write of tokens or credentials
     */
    record Stored(Tokens tokens, String edition) {}

    /** Reads the tokens, consistently. */
    Stored read();

    /**
     * Reserves the renewal for this process.
     *
     * @param edition that was read
     * @param until the time after which others may renew
     * @return whether it is reserved: no other process has a reservation, and the edition is still the same
     */
    boolean lease(String edition, Instant now, Instant until);

    /**
     * Ends the reservation of this process after a renewal that failed.
     *
     * @param until the time that this process reserved
     */
    void release(String edition, Instant until);

    /**
     * Stores renewed tokens, and ends the reservation.
     *
     * @param edition that was read
     * @return whether they are stored: the edition is still the same
     */
    boolean store(String edition, Tokens tokens);
}
