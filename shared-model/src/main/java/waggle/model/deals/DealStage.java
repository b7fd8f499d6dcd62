package waggle.model.deals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Fault;
import waggle.model.PartnerType;
import waggle.model.WaggleException;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.transaction.Refusal;

/** Moves deals through stages: phase, and the times of the stage and of the end (docs/api.md, "Leads, deals and notes"). */
final class DealStage implements Rule<Deal> {
    private static final String FIELD = "stage_uuid";

    @Override
    public Deal complete(Write write, @Nullable Deal before, Deal deal) {
        var stage = stage(write, deal);
        var phase = Deal.Phase.of(stage.value());
        return DealBuilder.builder(deal)
                .stageUuid(stage.uuid())
                .stagePhase(phase)
                .stageEnteredAt(
                        before != null && stage.uuid().equals(before.stageUuid())
                                ? before.stageEnteredAt()
                                : write.time())
                .closedAt(closedAt(write.time(), before, deal, phase))
                .build();
    }

    private static Entity<Stage> stage(Write write, Deal deal) {
        var uuid = deal.stageUuid();
        return (uuid == null
                        ? first(write, deal.partnerUuid())
                        : write.find(Stage.RESOURCE, uuid)
                                .filter(stage -> stage.value().kind() == Stage.Kind.DEAL))
                .orElseThrow(() ->
                        WaggleException.invalid(List.of(new Fault(FIELD, "must be the uuid of a stage of kind deal"))));
    }

    private static Optional<Entity<Stage>> first(Write write, @Nullable UUID partner) {
        var type = partner == null ? null : Partner.typeOf(write, partner);
        return write.all(Stage.RESOURCE).stream()
                .filter(stage -> stage.value().kind() == Stage.Kind.DEAL && isFor(type, stage.value()))
                .min(Comparator.comparingInt(
                        stage -> Objects.requireNonNullElse(stage.value().series(), Integer.MAX_VALUE)));
    }

    private static boolean isFor(@Nullable PartnerType type, Stage stage) {
        return stage.partnerType() == null || stage.partnerType() == type;
    }

    /** A time that the client has not written again belongs to the phase before. */
    private static @Nullable Instant closedAt(Instant now, @Nullable Deal before, Deal deal, Deal.Phase phase) {
        var isOld = before != null && Objects.equals(before.closedAt(), deal.closedAt());
        if (!phase.isClosed()) {
            if (deal.closedAt() != null && !isOld) {
                throw invalid("must be absent unless the stage is won or lost");
            }
            return null;
        }
        var isMoved = before != null && before.stagePhase() != phase;
        if (deal.closedAt() == null || (isOld && isMoved)) {
            return now;
        }
        if (deal.closedAt().isAfter(now)) {
            throw invalid("must not be in the future");
        }
        return deal.closedAt();
    }

    private static WaggleException invalid(String message) {
        return WaggleException.invalid(List.of(new Fault("closed_at", message)));
    }

    /** The phase was read; until the deal refers to its stage, the stage may still get another one. */
    @Override
    public void follow(Write write, @Nullable Entity<Deal> before, @Nullable Entity<Deal> after) {
        if (after == null
                || (before != null
                        && Objects.equals(
                                before.value().stageUuid(), after.value().stageUuid()))) {
            return;
        }
        var stage = Objects.requireNonNull(after.value().stageUuid());
        var phase = Objects.requireNonNull(after.value().stagePhase()).name().toLowerCase(Locale.ROOT);
        write.transaction()
                .change(Stage.RESOURCE.key(write.company(), stage), Refusal.raced())
                .require("phase", AttributeValue.fromS(phase));
    }
}
