package waggle.infra.api;

import java.util.List;
import software.amazon.awscdk.services.apigateway.Stage;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.AllowActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.BlockActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;
import waggle.infra.environment.Environment;

/** A limit for the requests of one address, with any keys or none. */
final class WebAcl extends Construct {
    /** Requests in five minutes, WAF's default window: as many as twenty keys may send. */
    private static final int LIMIT = 10_000;

    WebAcl(Construct scope, Environment environment, Stage stage) {
        super(scope, "WebAcl");
        var acl = CfnWebACL.Builder.create(this, "Resource")
                .name(environment.nameOf("api"))
                .scope("REGIONAL")
                .defaultAction(DefaultActionProperty.builder()
                        .allow(AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visibility(environment.nameOf("api")))
                .rules(List.of(rate()))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Stage")
                .resourceArn(stage.getStageArn())
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static RuleProperty rate() {
        return RuleProperty.builder()
                .name("address")
                .priority(0)
                .statement(StatementProperty.builder()
                        .rateBasedStatement(RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(LIMIT)
                                .build())
                        .build())
                .action(RuleActionProperty.builder()
                        .block(BlockActionProperty.builder().build())
                        .build())
                .visibilityConfig(visibility("address"))
                .build();
    }

    private static VisibilityConfigProperty visibility(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(false)
                .build();
    }
}
