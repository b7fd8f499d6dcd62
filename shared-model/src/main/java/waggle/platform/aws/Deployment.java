package waggle.platform.aws;

/** Names of the deployed stack and of its outputs. */
public final class Deployment {
    /** The output with the base URL of the API. */
    public static final String BASE_URL_OUTPUT = "BaseUrl";

    /** The output with the name of the table. */
    public static final String TABLE_OUTPUT = "TableName";

    /** The output with the id of the usage plan. */
    public static final String USAGE_PLAN_OUTPUT = "UsagePlanId";

    private Deployment() {}

    /** The name of the stack of an environment, such as {@code prod}. */
    public static String stackName(String environment) {
        return "Waggle-" + environment;
    }
}
