package waggle.platform.gateway;

/** The names in the context that the authorizer adds to a request. */
public final class AuthorizerContext {
    /** The company's uuid. */
    public static final String COMPANY = "company";

    /** The API key's uuid. */
    public static final String API_KEY = "apiKey";

    /** The API key's label. */
    public static final String LABEL = "label";

    /** The key's scopes, separated by spaces. */
    public static final String SCOPES = "scopes";

    /** The error of a refused request (docs/api.md, "Conventions"). */
    public static final String MESSAGE = "message";

    private AuthorizerContext() {}
}
