package waggle.leads;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.http.resource.ResourceSupport;
import waggle.leads.Findings.Finding;
import waggle.leads.Findings.Kind;
import waggle.leads.Findings.Match;
import waggle.model.Actor;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadDomain;
import waggle.model.leads.Registration;
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
    /** The most records of one list that are read: the reply is bounded, and a list names its further records. */
    private static final PageRequest FIRST = new PageRequest(1, 200);

    private static final Condition HELD =
            anyOf("registration.status", Stream.of(Registration.Status.PENDING, Registration.Status.APPROVED));
    private static final Condition OPEN = anyOf(
            "status",
            Arrays.stream(Lead.Status.values())
                    .filter(status -> status != Lead.Status.CONVERTED && status != Lead.Status.LOST));
    private static final Condition CONVERTED = anyOf("status", Stream.of(Lead.Status.CONVERTED));

    private final ResourceSupport support;
    private final Clock clock;

    Check(ResourceSupport support, Clock clock) {
        this.support = support;
        this.clock = clock;
    }

    private static Condition anyOf(String field, Stream<? extends Enum<?>> values) {
        return new Condition.AnyOf(
                field,
                values.map(value -> value.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    Findings find(Actor actor, Scopes scopes, Subject subject) {
        var domain = LeadDomain.of(subject.email(), subject.websiteUrl()).orElse(null);
        var search = new Search(actor, scopes, domain, subject.companyName());
        var leads = search.leads();
        var registrations = search.leads(leads, HELD).where(lead -> lead.isProtected(clock.instant()));
        var open = search.leads(leads, OPEN).where(Lead::isOpen);
        var deals = search.deals(search.leads(leads, CONVERTED).where(Lead::isConverted));
        var partners = search.partners();
        var contacts = search.contacts();
        var more = EnumSet.noneOf(Kind.class);
        Map.of(
                        Kind.REGISTRATIONS, registrations,
                        Kind.LEADS, open,
                        Kind.DEALS, deals,
                        Kind.PARTNERS, partners,
                        Kind.CONTACTS, contacts)
                .forEach((kind, matches) -> {
                    if (matches.hasMore()) {
                        more.add(kind);
                    }
                });
        return new Findings(
                domain,
                registrations.findings(Check::lead),
                open.findings(Check::lead),
                deals.findings(deal -> finding(
                        deal,
                        Deal.RESOURCE.title(deal.getKey().value()),
                        deal.getKey().value().partnerUuid())),
                partners.findings(partner -> finding(
                        partner,
                        partner.getKey().value().name(),
                        partner.getKey().uuid())),
                contacts.findings(contact -> finding(
                        contact,
                        contact.getKey().value().email(),
                        contact.getKey().value().partnerUuid())),
                List.copyOf(more));
    }

    private static Finding lead(Map.Entry<Entity<Lead>, Match> lead) {
        var value = lead.getKey().value();
        return new Finding(
                lead.getKey().uuid(),
                value.title(),
                value.partnerUuid(),
                value.registration().protectedUntil(),
                lead.getValue());
    }

    private static Finding finding(Map.Entry<? extends Entity<?>, Match> match, String label, @Nullable UUID partner) {
        return new Finding(match.getKey().uuid(), label, partner, null, match.getValue());
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

        Matches<Lead> leads(Condition... more) {
            var atDomain = domain == null ? null : new Condition.AnyOf("domain", Set.of(domain));
            return matches(Lead.RESOURCE, atDomain, named("company_name"), List.of(more));
        }

        /** The leads that satisfy a condition are read for themselves if they may be among those that were not read. */
        Matches<Lead> leads(Matches<Lead> some, Condition condition) {
            return some.isComplete() ? some : leads(condition);
        }

        Matches<Deal> deals(Matches<Lead> leads) {
            if (leads.found().isEmpty()) {
                return Matches.none();
            }
            var matches = leads.found().entrySet().stream()
                    .collect(Collectors.toMap(lead -> lead.getKey().uuid(), Map.Entry::getValue));
            var uuids = matches.keySet().stream().map(UUID::toString).collect(Collectors.toSet());
            var found = new LinkedHashMap<Entity<Deal>, Match>();
            var isWhole = read(Deal.RESOURCE, List.of(new Condition.AnyOf("lead_uuid", uuids)), deal -> {
                if (!deal.value().isClosed()) {
                    found.put(deal, matches.getOrDefault(deal.value().leadUuid(), Match.DOMAIN));
                }
            });
            return new Matches<>(found, isWhole && leads.isComplete());
        }

        /** No filter of partners has the domain, but the search has it. */
        Matches<Partner> partners() {
            var atDomain = domain == null ? null : new Condition.Same("email_domain", FoldedText.of(domain));
            return matches(Partner.RESOURCE, atDomain, named("name"), List.of());
        }

        Matches<Contact> contacts() {
            var addresses = domain == null ? null : new Condition.Ends("email", FoldedText.of("@" + domain));
            return matches(Contact.RESOURCE, addresses, null, List.of());
        }

        private @Nullable Condition named(String field) {
            return name == null ? null : new Condition.Same(field, FoldedText.of(name));
        }

        private <T> Matches<T> matches(
                Resource<T> resource, @Nullable Condition byDomain, @Nullable Condition byName, List<Condition> more) {
            var found = new LinkedHashMap<Entity<T>, Match>();
            var isComplete = true;
            if (byDomain != null) {
                isComplete = read(resource, and(more, byDomain), record -> found.put(record, Match.DOMAIN));
            }
            if (byName != null) {
                var others = byDomain == null ? more : and(more, new Condition.Not(byDomain));
                isComplete &= read(resource, and(others, byName), record -> found.put(record, Match.COMPANY_NAME));
            }
            return new Matches<>(found, isComplete);
        }

        /** @return whether these are all records of the list */
        private <T> boolean read(Resource<T> resource, List<Condition> conditions, Consumer<Entity<T>> reader) {
            if (!scopes.allow(Scope.READ, resource.path())) {
                return true;
            }
            var page =
                    support.store(resource).list(actor, new ListRequest(FIRST, TimeSpan.ALWAYS, conditions, List.of()));
            page.data().forEach(reader);
            return page.meta().recordCount() <= FIRST.size();
        }

        private static List<Condition> and(List<Condition> some, Condition other) {
            return Stream.concat(some.stream(), Stream.of(other)).toList();
        }
    }
}
