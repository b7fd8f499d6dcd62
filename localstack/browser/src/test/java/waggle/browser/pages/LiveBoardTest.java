package waggle.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import waggle.browser.Chromium;
import waggle.browser.ConsoleCloud;
import waggle.browser.PageServer;

/** Two browsers with the same board: a deal that moves in one moves in the other ({@code docs/live.md}). */
@ExtendWith(Chromium.class)
class LiveBoardTest {
    private static final int MOVES = 20;

    /** Moves a deal, and returns when the request began and when its reply was there. */
    private static final String MOVE = """
            async ([deal, stage]) => {
              const begun = Date.now();
              await move(deal, stage);
              return [begun, Date.now()];
            }""";

    /** Promises the time at which a deal is in a column. */
    private static final String WATCH = """
            ([deal, stage]) => {
              window.seen = new Promise((resolve) => {
                const observer = new MutationObserver(() => {
                  if (document.querySelector(`#stage-${stage} #deal-${deal}`)) {
                    observer.disconnect();
                    resolve(Date.now());
                  }
                });
                observer.observe(document.body, { childList: true, subtree: true });
              });
            }""";

    @Test
    void dealThatMoves_inOneBrowser_movesInTheOther() throws Exception {
        var board = ConsoleCloud.open("Board");
        try (var pages = PageServer.of("board.html")) {
            var deal = board.post("/deals", "{\"label\":\"Five seats\"}")
                    .required("uuid")
                    .asText();
            var stages = board.get("/stages?kind=deal").required("data").findValuesAsText("uuid");
            var url = pages.url() + "#base=" + encoded(board.cloud().baseUrl().toString()) + "&key="
                    + encoded(board.key());
            var one = Chromium.open(url);
            var other = Chromium.open(url);
            assertThat(other.locator("#deal-" + deal)).isVisible();
            assertThat(one.locator("#deal-" + deal)).isVisible();

            var fromRequest = new ArrayList<Long>();
            var fromReply = new ArrayList<Long>();
            for (var i = 0; i < MOVES; i++) {
                var move = List.of(deal, stages.get(1 + i % 2));
                other.evaluate(WATCH, move);
                var times = (List<?>) one.evaluate(MOVE, move);
                var seen = ((Number) other.evaluate("seen")).longValue();
                fromRequest.add(seen - ((Number) times.get(0)).longValue());
                fromReply.add(Math.max(0, seen - ((Number) times.get(1)).longValue()));
            }
            print("from the request", fromRequest);
            print("from the reply", fromReply);

            dragged(one, other, deal, stages.getFirst());
            one.context().close();
            other.context().close();
        }
    }

    private static void dragged(Page one, Page other, String deal, String stage) {
        one.locator("#deal-" + deal).dragTo(one.locator("#stage-" + stage));
        assertThat(other.locator("#stage-" + stage + " #deal-" + deal)).isVisible();
    }

    private static void print(String from, List<Long> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "LiveBoardTest: %d moves %s to the other browser: median %d ms, longest %d ms%n",
                times.size(),
                from,
                sorted.get(sorted.size() / 2),
                sorted.getLast());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
