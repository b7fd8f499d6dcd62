package waggle.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.Actor;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Me;
import waggle.platform.aws.Settings;

@Controller(ResourceGroup.BASE + "/" + Me.PATH)
final class MeController {
    private final DynamoDbClient client;
    private final Settings settings;
    private final String version = Version.read();

    MeController(DynamoDbClient client, Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Reads the key of the request: its permissions, its company and its limits. Every key may call it. */
    @Get
    public HttpResponse<Me> me(Actor actor) {
        return HttpResponse.ok(Me.read(client, settings.table(), (Actor.ApiKey) actor, version));
    }
}
