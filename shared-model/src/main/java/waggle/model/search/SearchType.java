package waggle.model.search;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.deals.Deal;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.partners.Contact;
import waggle.model.partners.Partner;

/** The types of records that one search finds. */
public enum SearchType {
    PARTNER(() -> Partner.RESOURCE),
    LEAD(() -> Lead.RESOURCE),
    DEAL(() -> Deal.RESOURCE),
    CONTACT(() -> Contact.RESOURCE);

    @SuppressWarnings("ImmutableEnumChecker") // returns a constant
    private final Supplier<Resource<?>> resource;

    SearchType(Supplier<Resource<?>> resource) {
        this.resource = resource;
    }

    /** The name in a request: {@code partner}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Resource<?> resource() {
        return resource.get();
    }

    static String label(Object value) {
        return switch (value) {
            case Partner partner -> partner.name();
            case Lead lead -> lead.title();
            case Deal deal -> Objects.requireNonNullElse(deal.label(), "deal");
            case Contact contact -> name(contact.firstName(), contact.lastName(), contact.email());
            default -> throw new IllegalArgumentException("no type of a search: " + value.getClass());
        };
    }

    static @Nullable String detail(Object value) {
        return switch (value) {
            case Partner partner -> first(partner.emailDomain(), partner.websiteUrl());
            case Lead lead -> lead.companyName() == null ? null : first(lead.email(), lead.domain());
            case Deal deal -> deal.partnerName();
            case Contact contact -> contact.email();
            default -> throw new IllegalArgumentException("no type of a search: " + value.getClass());
        };
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static String name(@Nullable String first, @Nullable String last, String otherwise) {
        return Stream.of(first, last)
                .flatMap(Stream::ofNullable)
                .reduce((one, other) -> one + " " + other)
                .orElse(otherwise);
    }
}
