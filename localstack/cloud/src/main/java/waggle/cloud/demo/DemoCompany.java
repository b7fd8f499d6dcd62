package waggle.cloud.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import waggle.cloud.CommandFailure;
import waggle.model.keys.KeySecret;

/**
 * Fills a company through its API. A run first finds what earlier runs have written, and writes only the rest: so a run
 * that was stopped anywhere is continued by the next, and one more changes nothing.
 */
public final class DemoCompany {
    private final DemoApi api;
    private final long seed;
    private final DemoSize size;
    private final Surroundings surroundings;
    private final Consumer<String> progress;

    /**
     * Makes a demo for the company of a key.
     *
     * @param key with read and write access to everything
     * @param rate requests a minute, from 1
     * @param seed the same seed gives the same records, except for their uuids and times
     * @param surroundings of the company
     * @param progress receives a line from time to time
     */
    public DemoCompany(
            URI baseUrl,
            KeySecret key,
            int rate,
            long seed,
            DemoSize size,
            Surroundings surroundings,
            Consumer<String> progress) {
        this.api = new DemoApi(baseUrl, key, rate);
        this.seed = seed;
        this.size = size;
        this.surroundings = surroundings;
        this.progress = progress;
    }

    /**
     * What a run did.
     *
     * @param writes requests that changed something
     */
    public record Filled(int requests, int writes) {}

    /**
     * Fills the company.
     *
     * @throws CommandFailure if the API refuses a request, or the company has a demo of another seed
     */
    public Filled fill() throws InterruptedException {
        var setting = new Setup(api, seed).ensure();
        var plan = new PartnerPlan(seed, size, setting);
        var notes = new NotePlan(seed, setting, api);
        var partners = new PartnerWriter(api, size, plan, notes).write();
        progress.accept("%d partners with %d contacts".formatted(size.partners(), size.contacts()));
        var calendar = new Calendar(LocalDate.now(ZoneOffset.UTC));
        var leads = new LeadPlan(seed, size, setting, calendar, plan.sellers());
        var writer = new PipelineWriter(api, size, leads, notes, partners);
        writer.writeLeads();
        progress.accept("%d leads".formatted(size.leads()));
        writer.writeDeals(new DealPlan(seed, size, setting, calendar, leads, plan.sellers()));
        progress.accept("%d deals".formatted(size.deals()));
        writer.writeNotes();
        surroundings.connect(api, setting);
        writer.writePayments(seed);
        progress.accept("payments");
        return new Filled(api.requests(), api.writes());
    }
}
