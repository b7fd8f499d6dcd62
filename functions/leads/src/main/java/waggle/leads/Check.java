package waggle.leads;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waggle.http.resource.ResourceSupport;
import waggle.leads.Findings.Finding;
import waggle.leads.Findings.Match;
import waggle.model.Actor;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadDomain;
import waggle.model.lists.Condition;
import waggle.model.lists.FoldedText;
import waggle.model.lists.ListRequest;
import waggle.model.lists.TimeSpan;
import waggle.model.paging.PageRequest;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;

/** Finds the records with the domain or the name of a buyer, in the filtered lists that a key may read. */
final class Check {
    private static final PageRequest FIRST = new PageRequest(1, PageRequest.MAXIMUM_SIZE);
    private static final Clock CLOCK = Clock.systemUTC();

    private final ResourceSupport support;

    Check(ResourceSupport support) {
        this.support = support;
    }

    Findings find(Actor actor, Scopes scopes, Subject subject) {
        var domain = LeadDomain.of(subject.email(), subject.websiteUrl()).orElse(null);
        var search = new Search(actor, scopes, domain, subject.companyName());
        var leads = search.leads();
        return new Findings(
                domain,
                leads.entrySet().stream()
                        .filter(lead -> lead.getKey().value().isProtected(CLOCK.instant()))
                        .map(Check::finding)
                        .toList(),
                leads.entrySet().stream()
                        .filter(lead -> lead.getKey().value().isOpen())
                        .map(Check::finding)
                        .toList(),
                search.deals(leads),
                search.partners(),
                search.contacts());
    }

    private static Finding finding(Map.Entry<Entity<Lead>, Match> lead) {
        var value = lead.getKey().value();
        return new Finding(
                lead.getKey().uuid(),
                value.title(),
                value.partnerUuid(),
                value.registration().protectedUntil(),
                lead.getValue());
    }

    /** The lists of one check. */
    private final class Search {
        private final Actor actor;
        private final Scopes scopes;
        private final @Nullable String domain;
        private final @Nullable String name;

        Search(Actor actor, Scopes scopes, @Nullable String domain, @Nullable String name) {
            this.actor = actor;
            this.scopes = scopes;
            this.domain = domain;
            this.name = name;
        }

        /** Each lead once; the domain counts before the name. */
        Map<Entity<Lead>, Match> leads() {
            var found = new LinkedHashMap<Entity<Lead>, Match>();
            if (domain != null) {
                list(Lead.RESOURCE, new Condition.AnyOf("domain", Set.of(domain)), lead -> true)
                        .forEach(lead -> found.put(lead, Match.DOMAIN));
            }
            named(Lead.RESOURCE, "company_name", lead -> isName(lead.companyName()))
                    .forEach(lead -> found.putIfAbsent(lead, Match.COMPANY_NAME));
            return found;
        }

        List<Finding> deals(Map<Entity<Lead>, Match> leads) {
            var matches = leads.entrySet().stream()
                    .collect(Collectors.toMap(lead -> lead.getKey().uuid(), Map.Entry::getValue));
            if (matches.isEmpty()) {
                return List.of();
            }
            var uuids = matches.keySet().stream().map(UUID::toString).collect(Collectors.toSet());
            return list(Deal.RESOURCE, new Condition.AnyOf("lead_uuid", uuids), deal -> !deal.isClosed()).stream()
                    .map(deal -> new Finding(
                            deal.uuid(),
                            Deal.RESOURCE.title(deal.value()),
                            deal.value().partnerUuid(),
                            null,
                            matches.getOrDefault(deal.value().leadUuid(), Match.DOMAIN)))
                    .toList();
        }

        List<Finding> partners() {
            var found = new LinkedHashMap<Entity<Partner>, Match>();
            if (domain != null) {
                list(
                                Partner.RESOURCE,
                                new Condition.Search(List.of("email_domain"), List.of(FoldedText.of(domain))),
                                partner -> domain.equals(partner.emailDomain()))
                        .forEach(partner -> found.put(partner, Match.DOMAIN));
            }
            named(Partner.RESOURCE, "name", partner -> isName(partner.name()))
                    .forEach(partner -> found.putIfAbsent(partner, Match.COMPANY_NAME));
            return found.entrySet().stream()
                    .map(partner -> new Finding(
                            partner.getKey().uuid(),
                            partner.getKey().value().name(),
                            partner.getKey().uuid(),
                            null,
                            partner.getValue()))
                    .toList();
        }

        List<Finding> contacts() {
            if (domain == null) {
                return List.of();
            }
            var end = "@" + domain;
            return list(
                            Contact.RESOURCE,
                            new Condition.Search(List.of("email"), List.of(FoldedText.of(end))),
                            contact -> FoldedText.of(contact.email()).endsWith(end))
                    .stream()
                    .map(contact -> new Finding(
                            contact.uuid(),
                            contact.value().email(),
                            contact.value().partnerUuid(),
                            null,
                            Match.DOMAIN))
                    .toList();
        }

        private boolean isName(@Nullable String other) {
            return name != null && other != null && FoldedText.of(name).equals(FoldedText.of(other));
        }

        private <T> List<Entity<T>> named(Resource<T> resource, String field, Predicate<T> which) {
            return name == null
                    ? List.of()
                    : list(resource, new Condition.Search(List.of(field), List.of(FoldedText.of(name))), which);
        }

        private <T> List<Entity<T>> list(Resource<T> resource, Condition condition, Predicate<T> which) {
            if (!scopes.allow(Scope.READ, resource.path())) {
                return List.of();
            }
            var request = new ListRequest(FIRST, TimeSpan.ALWAYS, List.of(condition), List.of());
            return support.store(resource).list(actor, request).data().stream()
                    .filter(found -> which.test(found.value()))
                    .toList();
        }
    }
}
