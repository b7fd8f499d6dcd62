package waggle.events.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.delivery.WebhookCall;
import waggle.platform.aws.QueueFacts;

class QueueFactsTest {
    @Test
    void callDeadline_isThatOfWebhookCalls() {
        assertThat(QueueFacts.CALL_DEADLINE).isEqualTo(WebhookCall.DEADLINE);
    }

    @Test
    void lastCall_endsBeforeTheDispatchersTimeout_andThatBeforeItsMessagesAreVisibleAgain() {
        var end = QueueFacts.DISPATCH_WINDOW.plus(WebhookCall.DEADLINE);

        assertThat(end).isLessThan(QueueFacts.DISPATCHER_TIMEOUT);
        assertThat(QueueFacts.DISPATCHER_TIMEOUT).isLessThan(QueueFacts.VISIBILITY_TIMEOUT);
    }
}
