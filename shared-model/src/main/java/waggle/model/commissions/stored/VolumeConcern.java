package waggle.model.commissions.stored;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;
import waggle.model.commissions.facts.RuleVersion;

/**
 * A volume for which a deal counts or has counted, so that deals that count for the same one may have to be paid otherwise.
 *
 * @param rule that has the volume
 * @param partner whose deals are counted
 * @param closedOn the day on which the deal closed
 * @param zone of that day
 */
@Introspected
public record VolumeConcern(RuleVersion rule, UUID partner, LocalDate closedOn, String zone) {}
