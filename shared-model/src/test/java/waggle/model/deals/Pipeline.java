package waggle.model.deals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.PartnerType;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.stages.Stage;
import waggle.model.stages.Stage.Phase;

/** The stages of deals of a company, and the least that leads and deals can be made of. */
record Pipeline(Actor actor, UUID open, UUID won, UUID lost) {

    static Pipeline of(Actor actor) {
        return new Pipeline(
                actor,
                stage(actor, Phase.NEGOTIATION),
                stage(actor, Phase.CLOSED_WON),
                stage(actor, Phase.CLOSED_LOST));
    }

    private static UUID stage(Actor actor, Phase phase) {
        return new LocalStore<>(Stage.RESOURCE)
                .create(actor, new Stage(Stage.Kind.DEAL, phase.name(), phase, null, null, null))
                .uuid();
    }

    List<UUID> stages() {
        return List.of(open, won, lost);
    }

    static Partner partner() {
        return PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .build();
    }

    static Lead lead(UUID partner, String domain) {
        return LeadBuilder.builder().email("ada@" + domain).partnerUuid(partner).build();
    }

    static Deal deal(UUID lead, UUID stage, int value) {
        return DealBuilder.builder()
                .leadUuid(lead)
                .stageUuid(stage)
                .dealValue(BigDecimal.valueOf(value))
                .build();
    }
}
