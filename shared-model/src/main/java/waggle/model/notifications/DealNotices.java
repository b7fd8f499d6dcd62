package waggle.model.notifications;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.deals.Deal;
import waggle.model.partners.NotificationType;
import waggle.model.partners.Partner;
import waggle.model.stages.Stage;

/** The notices of deals and partners that move. */
final class DealNotices {
    private DealNotices() {}

    static Optional<Notice> won(Occasion<Deal> occasion) {
        var value = occasion.value().dealValue();
        var amount = value == null
                ? ""
                : " It is worth %s %s."
                        .formatted(value.toPlainString(), occasion.value().currencyCode());
        return occasion.notice(
                NotificationType.DEAL_WON,
                occasion.concerned(),
                "%s won %s.%s".formatted(occasion.actor(), occasion.titled(), amount));
    }

    static Optional<Notice> lost(Occasion<Deal> occasion) {
        var reason = occasion.value().lostReason();
        return occasion.notice(
                NotificationType.DEAL_LOST,
                occasion.concerned(),
                "%s lost %s.%s"
                        .formatted(occasion.actor(), occasion.titled(), reason == null ? "" : " Reason: " + reason));
    }

    /** A deal that is won or lost by its move has the notice of that. */
    static Optional<Notice> moved(Occasion<Deal> occasion) {
        var isEnd = !occasion.before("stage_phase").isMissingNode()
                && occasion.value().isClosed();
        return isEnd ? Optional.empty() : moved(occasion, occasion.value().stageUuid());
    }

    static Optional<Notice> partnerMoved(Occasion<Partner> occasion) {
        return moved(occasion, occasion.value().stageUuid());
    }

    private static Optional<Notice> moved(Occasion<?> occasion, @Nullable UUID stage) {
        var place = Optional.ofNullable(stage)
                .flatMap(uuid -> occasion.records().find(Stage.RESOURCE, uuid))
                .map(found -> "to the stage \"" + found.value().label() + "\"")
                .orElse("out of its stage");
        return occasion.notice(
                NotificationType.STAGE_CHANGED,
                occasion.concerned(),
                "%s moved %s %s.".formatted(occasion.actor(), occasion.titled(), place));
    }
}
