package waggle.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.RestApi;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.Deployment;

/** What an operator needs to know of a deployed stack. */
record Outputs(Stack stack) {

    void write(RestApi api, Table table, String usagePlanId) {
        write("BaseUrl", "What every call begins with", api.urlForPath(ResourceGroup.BASE));
        write("Documentation", "What developers read", api.urlForPath(OpenPage.DOCS.path()));
        write(Deployment.TABLE_OUTPUT, "The table of all records", table.name());
        write(Deployment.USAGE_PLAN_OUTPUT, "The plan that API keys join", usagePlanId);
        write("RestApiId", "The REST API", api.getRestApiId());
    }

    private void write(String name, String description, String value) {
        CfnOutput.Builder.create(stack, name)
                .description(description)
                .value(value)
                .build();
    }
}
