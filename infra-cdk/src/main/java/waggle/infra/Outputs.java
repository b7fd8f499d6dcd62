package waggle.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.RestApi;
import waggle.infra.table.Table;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;
import waggle.platform.aws.Deployment;

/** The outputs of a stack, for operators and for {@code ./waggle}. */
record Outputs(Stack stack) {

    void write(RestApi api, Table table, String usagePlanId) {
        write(Deployment.BASE_URL_OUTPUT, "Base URL of all requests", api.urlForPath(ResourceGroup.BASE));
        write("Documentation", "Documentation of the API", api.urlForPath(OpenPage.DOCS.path()));
        write(Deployment.TABLE_OUTPUT, "The DynamoDB table", table.name());
        write(Deployment.USAGE_PLAN_OUTPUT, "The usage plan of all API keys", usagePlanId);
        write("RestApiId", "The REST API", api.getRestApiId());
    }

    void writeDomain(String target) {
        write("DomainTarget", "The name that the DNS record of the host name points to", target);
    }

    private void write(String name, String description, String value) {
        CfnOutput.Builder.create(stack, name)
                .description(description)
                .value(value)
                .build();
    }
}
