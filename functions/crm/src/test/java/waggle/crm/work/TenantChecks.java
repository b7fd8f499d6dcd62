package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.CrmLogEntry;
import waggle.model.crm.sync.Link.State;
import waggle.model.crm.sync.LogRow;
import waggle.model.declaration.Records;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;

/** The end of a history: what all of them have in common. */
record TenantChecks(TenantHistory history) {
    private static final int PAGE = 3;
    private static final int EDITS = 8;

    void play() {
        for (var tenant : history.tenants) {
            history.finished(tenant, false);
            settled(tenant);
            agreed(tenant);
            cured(tenant);
            predicted(tenant);
            onlyPolls(tenant);
            differentFields(tenant);
            deletions(tenant);
            settled(tenant);
            agreed(tenant);
        }
        history.tenants.forEach(this::apart);
    }

    /** A dry run sends no write, and tells those of the run after it. */
    private void predicted(Tenant tenant) {
        tenant.addHere();
        tenant.addThere();
        tenant.links(State.LINKED).forEach(link -> {
            // A value that an automation rewrites comes back in the same run.
            switch (history.random.nextInt(3)) {
                case 0 -> tenant.editHere(Objects.requireNonNull(link.recordUuid()), site(tenant, "here"));
                case 1 ->
                    tenant.account.edit(
                            tenant.companies(), String.valueOf(link.remoteId()), tenant.website(site(tenant, "there")));
                default -> {}
            }
        });
        history.clock.move(Duration.ofMinutes(1));
        var writes = history.fake.writes();
        var dry = history.finished(tenant, true);
        assertThat(history.fake.writes())
                .as("%s: writes of a dry run", history.text)
                .isEqualTo(writes);
        var made = history.finished(tenant, false);
        assertThat(noted(tenant.records(), made.uuid(), CrmLogEntry.Outcome.WRITTEN))
                .as("%s: predicted writes", history.text)
                .containsExactlyInAnyOrderElementsOf(noted(tenant.records(), dry.uuid(), CrmLogEntry.Outcome.PLANNED));
        history.calm();
    }

    /** The writes of a run, as they can be known before it. */
    static List<String> noted(Records records, UUID run, CrmLogEntry.Outcome outcome) {
        return records.all(CrmLogEntry.RESOURCE).stream()
                .map(Entity::value)
                .filter(entry -> run.equals(entry.runUuid()) && entry.outcome() == outcome)
                .map(TenantChecks::text)
                .toList();
    }

    /** The uuid of a record that is made, and its identifier in the CRM, are not known before. */
    private static String text(CrmLogEntry entry) {
        var isFromCrm = entry.action() == LogRow.Action.CREATE && entry.direction() == Direction.FROM_CRM;
        return entry.action() + " " + entry.direction() + " "
                + (isFromCrm ? entry.remoteId() : String.valueOf(entry.recordUuid())) + " " + entry.changes();
    }

    /** A further run of all records writes nothing on either side. */
    private void settled(Tenant tenant) {
        history.finished(tenant, false);
        var writes = history.fake.writes();
        var partners = tenant.partners();
        var links = tenant.links();
        var counts = history.finished(tenant, false).value().counts();
        assertThat(counts.written())
                .as("%s: writes of a further run", history.text)
                .isZero();
        // A refused value is offered again, and refused again.
        if (tenant.links(State.PARKED).isEmpty()) {
            assertThat(history.fake.writes())
                    .as("%s: calls that write", history.text)
                    .isEqualTo(writes);
        }
        assertThat(tenant.partners()).as(history.text).isEqualTo(partners);
        assertThat(tenant.links()).as(history.text).isEqualTo(links);
    }

    /** Linked records have the same values, and no record is there twice. */
    private void agreed(Tenant tenant) {
        for (var link : tenant.links(State.LINKED)) {
            var partner = partner(tenant, link);
            var id = String.valueOf(link.remoteId());
            assertThat(List.of(partner.name(), Objects.requireNonNullElse(partner.websiteUrl(), "")))
                    .as("%s: %s", history.text, link)
                    .containsExactly(tenant.there(id, "name"), tenant.there(id, "website"));
        }
        assertThat(tenant.links(State.PARKED)).as(history.text).allSatisfy(link -> assertThat(
                        partner(tenant, link).websiteUrl())
                .isEqualTo(TenantHistory.BAD));
        assertThat(tenant.partners().stream().map(partner -> partner.value().name()))
                .as("%s: partners", history.text)
                .doesNotHaveDuplicates();
        assertThat(tenant.account.ids(tenant.companies()).stream().map(id -> tenant.there(id, "name")))
                .as("%s: companies of the CRM", history.text)
                .doesNotHaveDuplicates();
        assertThat(tenant.links().stream().map(CrmLink::remoteId).filter(Objects::nonNull))
                .as("%s: links", history.text)
                .doesNotHaveDuplicates();
    }

    private static Partner partner(Tenant tenant, CrmLink link) {
        return tenant.records()
                .get(Partner.RESOURCE, Objects.requireNonNull(link.recordUuid()))
                .value();
    }

    /**
     * Looks without a check of all links find every change of the CRM, though searches trail, transactions end after later ones,
     * many changes share a second, and records change while pages are read.
     */
    private void onlyPolls(Tenant tenant) {
        var checked = tenant.cursor().checkedAt();
        tenant.account.pages(PAGE);
        for (var edit = 0; edit < EDITS; edit++) {
            tenant.addThere();
        }
        edits(tenant);
        var drifts = new int[] {EDITS};
        tenant.account.afterPage(() -> {
            if (drifts[0]-- > 0) {
                edits(tenant);
            }
        });
        history.look(tenant);
        history.clock.move(Duration.ofSeconds(45));
        history.look(tenant);
        tenant.account.afterPage(() -> {});
        for (var look = 0; look < 2; look++) {
            history.clock.move(Duration.ofSeconds(61));
            assertThat(history.look(tenant)).as(history.text).isTrue();
        }
        tenant.account.pages(Integer.MAX_VALUE);
        assertThat(tenant.cursor().checkedAt())
                .as("%s: no check of links", history.text)
                .isEqualTo(checked);
        var known = tenant.links().stream().map(CrmLink::remoteId).toList();
        assertThat(known).as("%s: lost companies", history.text).containsAll(tenant.account.ids(tenant.companies()));
        agreed(tenant);
    }

    private void edits(Tenant tenant) {
        var ids = tenant.account.ids(tenant.companies());
        for (var edit = 0; edit < 2; edit++) {
            new Act(history, tenant).editThere(history.any(ids));
        }
    }

    /** Edits of different fields on both sides both survive. */
    private void differentFields(Tenant tenant) {
        var linked = tenant.links(State.LINKED);
        history.clock.move(Duration.ofSeconds(10));
        var edited = new ArrayList<CrmLink>();
        for (var link : linked.subList(0, Math.min(3, linked.size()))) {
            edited.add(link);
            tenant.editHere(Objects.requireNonNull(link.recordUuid()), site(tenant, "both"));
            tenant.account.edit(
                    tenant.companies(),
                    String.valueOf(link.remoteId()),
                    tenant.named("Renamed " + link.remoteId() + " of " + tenant.name));
        }
        history.calm();
        assertThat(edited).as("%s: edits of both sides", history.text).allSatisfy(link -> {
            assertThat(partner(tenant, link).name()).startsWith("Renamed " + link.remoteId());
            assertThat(tenant.there(String.valueOf(link.remoteId()), "website")).isEqualTo(site(tenant, "both"));
        });
    }

    private static String site(Tenant tenant, String host) {
        return "https://%s.%s.example".formatted(host, tenant.name.toLowerCase(Locale.ROOT));
    }

    /** A parked record goes on once its value is good. */
    private void cured(Tenant tenant) {
        for (var link : tenant.links(State.PARKED)) {
            tenant.editHere(Objects.requireNonNull(link.recordUuid()), site(tenant, "cured"));
        }
        history.calm();
        assertThat(tenant.links(State.PARKED)).as("%s: parked", history.text).isEmpty();
    }

    /** A deletion of the CRM ends its link, and Waggle's record stays. */
    private void deletions(Tenant tenant) {
        var linked = tenant.links(State.LINKED);
        var doomed = linked.subList(0, Math.min(2, linked.size()));
        doomed.forEach(link -> tenant.account.delete(tenant.companies(), String.valueOf(link.remoteId())));
        history.finished(tenant, false);
        var ended =
                tenant.links(State.UNLINKED).stream().map(CrmLink::recordUuid).toList();
        assertThat(doomed).as("%s: deletions", history.text).allSatisfy(link -> {
            assertThat(ended).contains(link.recordUuid());
            assertThat(partner(tenant, link).name()).contains(tenant.name);
        });
    }

    /** Nothing of one tenant has reached another one. */
    private void apart(Tenant tenant) {
        var other = history.tenants.stream()
                .filter(one -> one != tenant)
                .findFirst()
                .orElseThrow();
        var here = tenant.partners().stream().map(partner -> partner.value().name());
        var there = tenant.account.ids(tenant.companies()).stream().map(id -> tenant.there(id, "name"));
        assertThat(Stream.concat(here, there))
                .as("%s: of %s", history.text, tenant.name)
                .allSatisfy(name -> assertThat(name).endsWith(" of " + tenant.name));
        assertThat(Stored.of(history.table, tenant.actor.company()))
                .as("%s: items of %s", history.text, tenant.name)
                .contains(" of " + tenant.name)
                .doesNotContain(" of " + other.name);
        assertThat(Objects.requireNonNull(tenant.stored().remoteAccount()).id())
                .as(history.text)
                .contains(Long.toString(tenant.account.account()));
    }
}
