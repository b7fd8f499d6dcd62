package waggle.platform.aws;

/** What the infrastructure calls things that the command line looks for. */
public final class Deployment {
    /** The stack's output that is the table's name. */
    public static final String TABLE_OUTPUT = "TableName";

    /** The stack's output that is the id of the usage plan. */
    public static final String USAGE_PLAN_OUTPUT = "UsagePlanId";

    private Deployment() {}

    /** The stack of an environment. */
    public static String stackName(String environment) {
        return "Waggle-" + environment;
    }
}
