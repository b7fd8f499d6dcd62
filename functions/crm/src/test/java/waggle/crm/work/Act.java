package waggle.crm.work;

import java.util.Locale;
import java.util.UUID;
import waggle.model.records.Entity;

/** What a person does on one of both sides. */
record Act(TenantHistory history, Tenant tenant) {
    void any() {
        var partners = tenant.partners().stream().map(Entity::uuid).toList();
        var companies = tenant.account.ids(tenant.companies());
        switch (history.random.nextInt(12)) {
            case 0, 1, 2 -> tenant.addHere();
            case 3, 4 -> tenant.addThere();
            case 5, 6, 7 -> {
                if (!partners.isEmpty()) {
                    editHere(history.any(partners));
                }
            }
            case 8 -> {
                if (companies.size() > 1) {
                    tenant.account.merge(tenant.companies(), companies.getFirst(), companies.getLast());
                }
            }
            case 9 -> {
                if (!companies.isEmpty() && history.random.nextBoolean()) {
                    tenant.account.delete(tenant.companies(), history.any(companies));
                }
            }
            case 10 -> {
                if (!partners.isEmpty() && history.random.nextInt(3) == 0) {
                    tenant.removeHere(history.any(partners));
                }
            }
            default -> {
                if (!companies.isEmpty()) {
                    editThere(history.any(companies));
                }
            }
        }
    }

    private void editHere(UUID partner) {
        tenant.editHere(partner, history.random.nextInt(6) == 0 ? TenantHistory.BAD : website());
    }

    /** A transaction that began up to a minute ago ends now. */
    void editThere(String id) {
        var began = history.clock.instant().minusSeconds(history.random.nextInt(2) * 60L);
        tenant.account.edit(tenant.companies(), id, tenant.website(website()), began);
    }

    private String website() {
        var scheme = history.random.nextBoolean() ? "http" : "https";
        return "%s://w%d.%s.example"
                .formatted(scheme, history.random.nextInt(1_000), tenant.name.toLowerCase(Locale.ROOT));
    }
}
