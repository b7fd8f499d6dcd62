package waggle.model.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.model.CapacityMeter;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.FaultyClient.Killed;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Meanwhile;
import waggle.model.catalogue.Catalogue;
import waggle.model.events.Event;

/** The names of records in entries of the audit log are those of the time of the entry. */
class FormerNamesTest {
    private final NamedCompany company = new NamedCompany();

    @Test
    void entries_beforeARename_haveTheOldName_andThoseFromItOnTheNewOne() {
        var tag = company.tag("Silver");
        var sample = company.sample("Acme", tag);
        company.color(tag);
        company.rename(tag, "Gold");
        company.color(tag);
        company.rename(tag, "Platinum");
        company.change(sample, "Acme Corp", tag);

        assertThat(company.names(tag)).containsExactly("Silver", "Silver", "Gold", "Gold", "Platinum");
        assertThat(company.names(sample)).containsExactly("Acme", "Acme Corp");
        var entries = company.entries();
        var labels = company.labels(entries);
        assertThat(labels.get(entries.get(1))).isEqualTo(Map.of(tag.toString(), "Silver", sample.toString(), "Acme"));
    }

    @Test
    void entries_ofADeletedRecord_haveTheNamesThatItHad_andInTheEndItsLastOne() {
        var tag = company.tag("Silver");
        var sample = company.sample("Acme", tag);
        company.rename(tag, "Gold");
        company.change(sample, "Acme");
        company.delete(tag);
        company.remove(sample);

        assertThat(company.names(tag)).containsExactly("Silver", "Gold", "Gold");
        assertThat(company.names(sample)).containsExactly("Acme", "Acme", "Acme");
        var change = company.entries().get(3);
        assertThat(company.labels(List.of(change)).get(change)).containsEntry(tag.toString(), "Gold");
    }

    @Test
    void entries_ofTheUnitThatRenames_haveTheNewName() {
        var tag = company.tag("Silver");
        var sample = company.sample("Acme");
        company.renameAndUse(tag, "Gold", sample);

        var entries = company.entries();
        var labels = company.labels(entries);

        assertThat(entries.subList(2, 4))
                .allSatisfy(entry -> assertThat(labels.get(entry)).containsEntry(tag.toString(), "Gold"));
    }

    @Test
    void events_haveTheNamesOfTheirTimesToo() {
        var tag = company.tag("Silver");
        company.rename(tag, "Gold");
        company.delete(tag);
        var events = new LocalStore<>(Event.RESOURCE);

        var labelled = events.store().label(company.actor, events.all(company.actor), Catalogue::named);

        assertThat(labelled)
                .extracting(event -> event.path("type").asText() + " "
                        + event.path("labels").path(tag.toString()).asText())
                .containsExactlyInAnyOrder("tag.created Silver", "tag.updated Gold", "tag.deleted Gold");
    }

    @Test
    void names_thatFellOut_areNotReplacedByOthers() {
        var tag = company.tag("Name 0");
        IntStream.rangeClosed(1, 25).forEach(i -> company.rename(tag, "Name " + i));

        var names = company.names(tag);

        assertThat(names.subList(0, 5)).containsOnly("–");
        assertThat(names.subList(5, 26))
                .isEqualTo(
                        IntStream.rangeClosed(5, 25).mapToObj(i -> "Name " + i).toList());
    }

    @Test
    void renames_atTheSameTime_bothLeaveTheirNames() {
        var tag = company.tag("Silver");
        var racing = LocalTable.client(new Meanwhile(() -> {
            company.rename(tag, "Gold");
            company.tick();
        }));

        company.rename(racing, tag, "Platinum");

        assertThat(company.names(tag)).containsExactly("Silver", "Gold", "Platinum");
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void rename_killedAtAnyCall_leavesItsNameIfItIsWritten(Fault fault) {
        var call = 0;
        while (isKilled(call, fault)) {
            call++;
        }
        assertThat(call).as("calls of the rename").isGreaterThanOrEqualTo(3);
    }

    private static boolean isKilled(int call, Fault fault) {
        var company = new NamedCompany();
        var tag = company.tag("Silver");
        var isKilled = false;
        try {
            company.rename(FaultyClient.at(call, fault), tag, "Gold");
        } catch (Killed killed) {
            isKilled = true;
        }

        var left = company.names(tag);
        assertThat(left).as("after call %d", call).isIn(List.of("Silver"), List.of("Silver", "Gold"));
        company.rename(tag, "Platinum");

        var all = new ArrayList<>(left);
        all.add("Platinum");
        assertThat(company.names(tag)).isEqualTo(all);
        return isKilled;
    }

    @Test
    void labels_ofAPage_areOneRead_ofAUnitForEachRecord() {
        var reads = new CapacityMeter();
        var tags = IntStream.range(0, 10).mapToObj(i -> company.tag("Tag " + i)).toList();
        tags.forEach(tag -> company.rename(tag, "New " + tag));
        var entries = company.entries();
        var log = new LocalStore<>(LocalTable.client(reads), AuditEntry.RESOURCE);

        log.store().label(company.actor, entries, Catalogue::named);

        assertThat(reads.calls()).isEqualTo(1);
        assertThat(reads.read()).isEqualTo(10.0);
    }
}
