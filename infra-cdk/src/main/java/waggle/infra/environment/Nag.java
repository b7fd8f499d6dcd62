package waggle.infra.environment;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.IConstruct;

/** Accepts findings of cdk-nag, each with a reason. */
public final class Nag {
    private Nag() {}

    /** Accepts all findings of a rule on one construct. */
    public static void accept(IConstruct construct, String rule, String reason) {
        accept(construct, suppression(rule, reason));
    }

    /** Accepts those findings of a rule on one construct that match a regular expression between slashes. */
    public static void accept(IConstruct construct, String rule, String reason, String findings) {
        var matching = RegexAppliesTo.builder().regex(findings).build();
        accept(construct, suppression(rule, reason).appliesTo(List.of(matching)));
    }

    private static NagPackSuppression.Builder suppression(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason);
    }

    private static void accept(IConstruct construct, NagPackSuppression.Builder suppression) {
        NagSuppressions.addResourceSuppressions(construct, List.of(suppression.build()));
    }
}
