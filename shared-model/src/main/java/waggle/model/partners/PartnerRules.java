package waggle.model.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.ExternalIds;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.customfields.CustomField;
import waggle.model.customfields.FieldValues;
import waggle.model.events.Event;
import waggle.model.store.Entity;
import waggle.model.store.Store;
import waggle.model.store.Transaction;

/** What only partners have to obey (contract §3). */
final class PartnerRules {
    private PartnerRules() {}

    static List<Fault> faults(Partner partner) {
        var faults = new ArrayList<>(Formats.country("country_code", partner.countryCode()));
        faults.addAll(ExternalIds.faults(partner.externalIds()));
        if (partner.emailDomain() != null && FreeMail.isDomain(partner.emailDomain())) {
            faults.add(new Fault("email_domain", "is that of a free mail service"));
        }
        return faults;
    }

    /** A domain is taken from the address unless there is one, or everybody could have it. */
    static Partner complete(Store<Partner> store, Actor actor, @Nullable Partner before, Partner partner) {
        FieldValues.of(CustomField.Entity.PARTNER, store, actor).require(partner.customFields(), partner.partnerType());
        return partner.emailDomain() != null
                ? partner
                : partner.withEmailDomain(Formats.domain(partner.email())
                        .filter(domain -> !FreeMail.isDomain(domain))
                        .orElse(null));
    }

    static void join(
            Store<Partner> store,
            Actor actor,
            Transaction transaction,
            @Nullable Entity<Partner> before,
            @Nullable Entity<Partner> after) {
        new NetworkChange(store, actor, transaction).join(before, after);
        if (after != null && becameAccepted(before, after)) {
            transaction.record(actor, Event.of("partner.accepted", before, after, actor, after.updatedAt()));
        }
        if (before != null && after != null && stageChanged(before.value(), after.value())) {
            transaction.record(actor, Event.of("partner.stage_changed", before, after, actor, after.updatedAt()));
        }
    }

    private static boolean becameAccepted(@Nullable Entity<Partner> before, Entity<Partner> after) {
        return after.value().status() == Partner.Status.ACCEPTED
                && (before == null || before.value().status() != Partner.Status.ACCEPTED);
    }

    private static boolean stageChanged(Partner before, Partner after) {
        return !Objects.equals(before.stageUuid(), after.stageUuid());
    }
}
