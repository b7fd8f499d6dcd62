package waggle.crm.hooks;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import waggle.crm.account.Accounts;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.crm.hook.Hooks;
import waggle.model.crm.stored.Connections;
import waggle.model.crm.stored.CrmConnection;
import waggle.providers.hook.HookCall;
import waggle.providers.hook.HookSignal;
import waggle.providers.hubspot.HubSpotHook;
import waggle.providers.pipedrive.PipedriveHook;

/** Checks who makes a call, and reads which records it names. All that differs between the hooks of providers stands here. */
@Singleton
final class HookChecks {
    private final Connections connections;
    private final Clock clock;

    HookChecks(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * The records that a call names.
     *
     * @throws WaggleException if the CRM did not make it, or if its body is malformed
     */
    List<HookSignal> signals(Hooks.Found hook, CrmConnection connection, HookCall call) {
        return switch (connection.provider()) {
            case HUBSPOT -> {
                var isSigned = secret(hook)
                        .filter(secret -> HubSpotHook.isSigned(call, secret, clock.instant()))
                        .isPresent();
                require(
                        isSigned,
                        "The call must be signed, in the last five minutes, with the client secret of the app");
                yield HubSpotHook.signals(call.body());
            }
            case PIPEDRIVE -> {
                var isAdmitted = PipedriveHook.login(call).filter(hook::admits).isPresent();
                require(isAdmitted, "The call must have the user and the password of the hook, in HTTP Basic");
                yield PipedriveHook.signals(call.body());
            }
            case SALESFORCE -> throw new WaggleException(ErrorCode.NOT_FOUND);
        };
    }

    private Optional<String> secret(Hooks.Found hook) {
        return connections.credentials(hook.company(), hook.connection()).flatMap(Accounts::clientSecret);
    }

    private static void require(boolean isProven, String message) {
        if (!isProven) {
            throw new WaggleException(ErrorCode.ACCESS_DENIED, message);
        }
    }
}
