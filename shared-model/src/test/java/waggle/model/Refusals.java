package waggle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Says of a write with which code it is refused. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(ErrorCode code, Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(WaggleException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }
}
