package waggle.model.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.declaration.Contributions;
import waggle.model.leads.Attribution.Role;
import waggle.model.partners.Partner;

/**
 * The partner of a lead or a deal with its attributions: the sourced attribution is the partner, and each is filled in from
 * the other (docs/api.md, "Leads, deals and notes").
 *
 * @param partnerUuid the partner; null without one
 */
public record Attributions(@Nullable UUID partnerUuid, List<Attribution> list) {
    private static final String FIELD = "attributions";

    /** The faults of a list whose elements are each valid. */
    public static List<Fault> faults(List<Attribution> list) {
        var faults = new ArrayList<Fault>();
        var partners = new HashSet<UUID>();
        var sourced = 0;
        for (var i = 0; i < list.size(); i++) {
            var attribution = list.get(i);
            if (attribution == null || attribution.partnerUuid() == null) {
                continue;
            }
            if (!partners.add(attribution.partnerUuid())) {
                faults.add(new Fault(FIELD + "[" + i + "].partner_uuid", "must name each partner once"));
            }
            if (attribution.isSourced() && ++sourced > 1) {
                faults.add(new Fault(FIELD + "[" + i + "].role", "must be sourced at most once"));
            }
        }
        return faults;
    }

    /**
     * Fills in what a client left out.
     *
     * @param before the partner and the attributions before; null when the record is new
     * @throws WaggleException if the client wrote a partner and another sourced attribution
     */
    public Attributions completed(@Nullable Attributions before, Instant now) {
        var onlyList = before != null && Objects.equals(before.partnerUuid, partnerUuid) && !before.list.equals(list);
        var onlyPartner =
                before != null && !Objects.equals(before.partnerUuid, partnerUuid) && before.list.equals(list);
        var completed = onlyList ? ofList() : onlyPartner ? ofPartner() : ofBoth();
        if (completed.list.size() > Attribution.MOST) {
            throw invalid("must have at most %d elements with the one of partner_uuid".formatted(Attribution.MOST));
        }
        return new Attributions(
                completed.partnerUuid,
                completed.list.stream().map(attribution -> attribution.at(now)).toList());
    }

    /** These, with what they do not say filled in from others. */
    public Attributions orElse(Attributions others) {
        if (list.isEmpty()) {
            var partner = partnerUuid == null ? others.partnerUuid : partnerUuid;
            return new Attributions(
                    partner,
                    others.list.stream()
                            .filter(attribution -> attribution.isSourced()
                                    == attribution.partnerUuid().equals(partner))
                            .toList());
        }
        var hasPartner = partnerUuid != null || sourced().isPresent();
        return hasPartner ? this : new Attributions(others.partnerUuid, list);
    }

    private Attributions ofList() {
        return new Attributions(sourced().orElse(null), list);
    }

    private Attributions ofPartner() {
        var others = list.stream()
                .filter(attribution ->
                        !attribution.isSourced() && !attribution.partnerUuid().equals(partnerUuid));
        var own = Stream.ofNullable(partnerUuid).map(partner -> new Attribution(partner, Role.SOURCED, null));
        return new Attributions(partnerUuid, Stream.concat(own, others).toList());
    }

    private Attributions ofBoth() {
        var sourced = sourced();
        if (partnerUuid == null) {
            return ofList();
        }
        if (sourced.isPresent() && !sourced.get().equals(partnerUuid)) {
            throw invalid("must have partner_uuid as the sourced partner");
        }
        return sourced.isPresent() ? this : ofPartner();
    }

    private static WaggleException invalid(String message) {
        return WaggleException.invalid(List.of(new Fault(FIELD, message)));
    }

    private Optional<UUID> sourced() {
        return list.stream().filter(Attribution::isSourced).findFirst().map(Attribution::partnerUuid);
    }

    /** Requires the partners of a list to exist when they are named. */
    public static void contribute(List<Attribution> list, Contributions contributions) {
        IntStream.range(0, list.size())
                .forEach(i -> contributions.mention(
                        Partner.RESOURCE, list.get(i).partnerUuid(), FIELD + "[" + i + "].partner_uuid"));
    }
}
