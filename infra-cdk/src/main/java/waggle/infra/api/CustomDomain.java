package waggle.infra.api;

import software.amazon.awscdk.services.apigateway.DomainName;
import software.amazon.awscdk.services.apigateway.EndpointAccessMode;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.constructs.Construct;

/** A host name of the operator for the API. Clients keep it when a new API replaces this one. */
final class CustomDomain extends Construct {
    private final DomainName domain;

    /** @param certificate the ARN of a certificate in this region */
    CustomDomain(Construct scope, RestApi api, String name, String certificate) {
        super(scope, "CustomDomain");
        domain = DomainName.Builder.create(this, "Resource")
                .domainName(name)
                .certificate(Certificate.fromCertificateArn(this, "Certificate", certificate))
                .endpointType(EndpointType.REGIONAL)
                .securityPolicy(SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09)
                .endpointAccessMode(EndpointAccessMode.STRICT)
                .build();
        // Functions read the path after the stage, so a base path would be a part of it.
        domain.addBasePathMapping(api);
    }

    /** The name that the DNS record of the host points to. */
    String target() {
        return domain.getDomainNameAliasDomainName();
    }
}
