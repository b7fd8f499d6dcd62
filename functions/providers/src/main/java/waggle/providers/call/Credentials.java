package waggle.providers.call;

import java.util.Map;

/** The headers that let a connection make calls. */
public interface Credentials {
    /** The headers; an access token is asked for where there is none. */
    Map<String, String> headers();

    /**
     * Replaces headers that the provider no longer accepts.
     *
     * @return whether there are other headers now
     */
    boolean renew(Map<String, String> refused);

    /** Headers that no call can renew. */
    static Credentials fixed(Map<String, String> headers) {
        return new Credentials() {
            @Override
            public Map<String, String> headers() {
                return headers;
            }

            @Override
            public boolean renew(Map<String, String> refused) {
                return false;
            }
        };
    }
}
