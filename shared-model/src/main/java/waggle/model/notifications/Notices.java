package waggle.model.notifications;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import waggle.model.Uuids;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmLink;
import waggle.model.declaration.Records;
import waggle.model.events.Event;
import waggle.model.partners.NotificationType;

/** The events that mean something to people (docs/notifications.md). Those of notifications do not. */
final class Notices {
    private static final Map<String, BiFunction<Event, Records, Optional<Notice>>> BY_TYPE = Map.ofEntries(
            entry("note.created", Mentions::of),
            entry("note.updated", Mentions::of),
            entry("partner.created", on(Kind.PARTNER, Notices::assigned)),
            entry("partner.updated", on(Kind.PARTNER, Notices::assigned)),
            entry("lead.created", on(Kind.LEAD, Notices::assigned)),
            entry("lead.updated", on(Kind.LEAD, Notices::assigned)),
            entry("deal.created", on(Kind.DEAL, Notices::assigned)),
            entry("deal.updated", on(Kind.DEAL, Notices::assigned)),
            entry("lead.registered", on(Kind.LEAD, RegistrationNotices::submitted)),
            entry("lead.approved", on(Kind.LEAD, RegistrationNotices::approved)),
            entry("lead.rejected", on(Kind.LEAD, RegistrationNotices::rejected)),
            entry("lead.registration_expiring", on(Kind.LEAD, RegistrationNotices::expiring)),
            entry("partner.stage_changed", on(Kind.PARTNER, DealNotices::partnerMoved)),
            entry("deal.stage_changed", on(Kind.DEAL, DealNotices::moved)),
            entry("deal.won", on(Kind.DEAL, DealNotices::won)),
            entry("deal.lost", on(Kind.DEAL, DealNotices::lost)),
            entry(CrmConnection.STATUS_CHANGED, CrmNotices::status),
            entry(CrmConflict.CREATED, CrmNotices::conflict),
            entry(CrmLink.PARKED, CrmNotices::parked),
            entry("payment.due", on(Kind.PAYMENT, PaymentNotices::due)),
            entry("payment.completed", on(Kind.PAYMENT, PaymentNotices::completed)));

    private Notices() {}

    /** The types of the events that may mean something. */
    static Set<String> types() {
        return BY_TYPE.keySet();
    }

    /** The notice of an event; empty if it means nothing to anybody. */
    static Optional<Notice> of(Event event, Records records) {
        return Optional.ofNullable(BY_TYPE.get(event.type())).flatMap(notice -> notice.apply(event, records));
    }

    /**
     * The identifier that those of the notifications of an event follow from: the event's own, or one of the day where an event
     * may happen to thousands of records at once.
     */
    static UUID source(UUID uuid, Event event) {
        return CrmNotices.connectionOf(event)
                .map(connection -> Uuids.ofDay(event.timestamp(), connection, event.type()))
                .orElse(uuid);
    }

    private static <T> BiFunction<Event, Records, Optional<Notice>> on(
            Kind<T> kind, Function<Occasion<T>, Optional<Notice>> notice) {
        return (event, records) -> notice.apply(Occasion.of(event, kind, records));
    }

    private static <T> Optional<Notice> assigned(Occasion<T> occasion) {
        var users =
                occasion.added("assigned_user_uuids", occasion.kind().assigned().apply(occasion.value()));
        return occasion.notice(
                NotificationType.ASSIGNED,
                users,
                "%s assigned you to %s.".formatted(occasion.actor(), occasion.titled()));
    }
}
