package waggle.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import waggle.model.Patience;

/**
 * Every page of the console, of a company whose records have no Latin letters. Tests only read it.
 *
 * @param paths the part after the hash, by the name of the page
 */
public record ConsolePages(ConsoleCloud console, Map<String, String> paths) {
    private static final FutureTask<ConsolePages> PAGES = new FutureTask<>(ConsolePages::create);
    public static final List<String> LISTS = List.of(
            "overview",
            "partners",
            "board",
            "contacts",
            "leads",
            "leads/board",
            "deals",
            "deals/board",
            "payments",
            "rules",
            "inbox",
            "webhooks",
            "events",
            "keys",
            "audit",
            "crm",
            "settings",
            "settings?tab=fields",
            "notifications");

    /** Waits until the page is shown and, in some frames, has waited for no request but those that the test holds back. */
    private static final String CALM = """
            async ([page, held, limit]) => {
              const end = performance.now() + limit;
              for (let frames = 0; frames < 4; ) {
                await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
                const shown = document.querySelector("main")?.dataset.page;
                const requests = Number(document.documentElement.dataset.requests);
                frames = shown === page && requests === held ? frames + 1 : 0;
                if (performance.now() > end) throw new Error(`"${page}" is not calm: "${shown}" waits for ${requests} requests`);
              }
            }""";

    public static ConsolePages get() throws Exception {
        PAGES.run();
        return PAGES.get();
    }

    private static ConsolePages create() throws Exception {
        var console = ConsoleCloud.open("Σέλας");
        var won = console.labelled("/stages?kind=deal", "Closed won");
        var rule = uuid(console.post("/commission-rules", """
                {"label":"Κανόνας","partner_type":"reseller","entries":[{"trigger":{"stage_uuid":"%s"},\
                "calculation":{"type":"one_off","option":"percentage","value":10}}]}""".formatted(won)));
        var partner = uuid(console.post("/partners", "{\"name\":\"Αθηνά\",\"partner_type\":\"reseller\"}"));
        var contact = uuid(console.post(
                "/contacts",
                "{\"email\":\"b@x.example\",\"first_name\":\"Ζωή\",\"partner_uuid\":\"%s\"}".formatted(partner)));
        var lead = uuid(console.post(
                "/leads",
                "{\"company_name\":\"Ερμής\",\"email\":\"a@x.example\",\"partner_uuid\":\"%s\"}".formatted(partner)));
        console.post("/leads/" + lead + "/register", "{}");
        var deal = uuid(console.post(
                "/deals", "{\"label\":\"Δίας\",\"partner_uuid\":\"%s\",\"deal_value\":1000}".formatted(partner)));
        console.write("PATCH", "/deals/" + deal, "{\"stage_uuid\":\"%s\"}".formatted(won));
        var payment = uuid(console.get("/payments").required("data").get(0));
        console.post("/webhook-endpoints", "{\"url\":\"http://localhost:9/\",\"event_types\":[\"deal.won\"]}");
        var paths = new LinkedHashMap<String, String>();
        LISTS.forEach(page -> paths.put(page, page));
        paths.put("partner", "partners/" + partner);
        paths.put("contact", "contacts/" + contact);
        paths.put("lead", "leads/" + lead);
        paths.put("deal", "deals/" + deal);
        paths.put("payment", "payments/" + payment);
        paths.put("rule", "rules/" + rule);
        return new ConsolePages(console, paths);
    }

    private static String uuid(JsonNode record) {
        return record.required("uuid").asText();
    }

    /** A tab that is signed in. */
    public ConsoleTab open(int width, ColorScheme theme) {
        var tab = ConsoleTab.open(
                console.browser(),
                console.url(),
                new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(theme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        tab.page().evaluate("key => sessionStorage.setItem('waggle.key', key)", console.key());
        tab.page().reload();
        return tab;
    }

    /** Goes to a page, and waits until it has nothing to load. */
    public static void show(ConsoleTab tab, String path) {
        show(tab, path, 0);
    }

    /**
     * Goes to a page, and waits until it has nothing else to load.
     *
     * @param held the number of requests that the test holds back
     */
    public static void show(ConsoleTab tab, String path, int held) {
        tab.page().evaluate("hash => { location.hash = '#/' + hash; }", path);
        calm(tab, path, held);
    }

    /** Waits until the page has nothing to load. */
    public static void calm(ConsoleTab tab, String path) {
        calm(tab, path, 0);
    }

    private static void calm(ConsoleTab tab, String path, int held) {
        var limit = Math.toIntExact(Patience.LONGEST.toMillis());
        tab.page().evaluate(CALM, List.of(path.replaceFirst("\\?.*", ""), held, limit));
    }
}
