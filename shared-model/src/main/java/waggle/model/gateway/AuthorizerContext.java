package waggle.model.gateway;

/** What the authorizer hands on with every request it lets in. */
public final class AuthorizerContext {
    /** The company's uuid. */
    public static final String COMPANY = "company";

    /** The API key's uuid. */
    public static final String API_KEY = "apiKey";

    /** The key's scopes, separated by spaces. */
    public static final String SCOPES = "scopes";

    /** What a refused request is answered (contract §1, "Permissions"). */
    public static final String MESSAGE = "message";

    private AuthorizerContext() {}
}
