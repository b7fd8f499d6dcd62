package waggle.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.constructs.IConstruct;

/** Findings of cdk-nag that are meant to be so. */
final class Nag {
    private Nag() {}

    /** Accepts a rule's findings on one construct. */
    static void accept(IConstruct construct, String rule, String reason) {
        accept(construct, suppression(rule, reason));
    }

    /** Accepts of a rule's findings on one construct those that a regular expression between slashes matches. */
    static void accept(IConstruct construct, String rule, String reason, String findings) {
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
