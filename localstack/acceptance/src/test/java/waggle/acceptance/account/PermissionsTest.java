package waggle.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import waggle.acceptance.client.Api;
import waggle.acceptance.client.Target;
import waggle.acceptance.cloud.Packaged;
import waggle.acceptance.exchange.Reply;
import waggle.acceptance.samples.Tags;
import waggle.model.keys.Scopes.Scope;

/** Access of a key. The gateway caches policies, so each test uses its key in another order. */
final class PermissionsTest {
    private static final String UNKNOWN = "/tags/01900000-0000-7000-8000-000000000000";

    @Packaged
    @Test
    void readKey_thatReadsFirst_stillCannotWrite() {
        var reader = Target.reader();

        reader.get("/tags").expect(200);
        reader.head("/tags").expect(200);
        expectNoWriting(reader);
        reader.get("/tags").expect(200);
    }

    @Test
    void readKey_thatIsRefusedFirst_canStillRead() {
        var reader = Target.reader();

        expectNoWriting(reader);
        reader.get("/tags").expect(200);
        reader.get(UNKNOWN).expectError(404, "not_found");
    }

    @Test
    void writeKey_thatWritesFirst_stillCannotRead() {
        var writer = Target.tenant().api(Scope.WRITE);

        var path = Tags.path(Tags.create(writer));
        expectNoReading(writer, path);
        writer.patch(path, Tags.CHANGE).expect(200);
        writer.delete(path).expect(204);
    }

    @Test
    void writeKey_thatIsRefusedFirst_canStillWrite() {
        var writer = Target.tenant().api(Scope.WRITE);

        expectNoReading(writer, UNKNOWN);
        Tags.create(writer);
    }

    @Test
    void adminKey_mayReadAndWrite() {
        var admin = Target.tenant().api(Scope.ADMIN);

        var path = Tags.path(Tags.create(admin));
        admin.get(path).expect(200);
        admin.delete(path).expect(204);
    }

    @Packaged
    @Test
    void keys_ofOneCompany_seeTheSameRecords() {
        var tenant = Target.tenant();
        var path = Tags.path(Tags.create(tenant.api(Scope.WRITE)));

        tenant.reader().get(path).expect(200);
        tenant.api().patch(path, Tags.CHANGE).expect(200);
    }

    @Test
    void refusal_ofAWrite_leavesTheRecordAlone() {
        var tenant = Target.tenant();
        var tag = Tags.create(tenant.api());

        tenant.reader().patch(Tags.path(tag), Tags.CHANGE).expectError(403, "access_denied");
        tenant.reader().delete(Tags.path(tag)).expectError(403, "access_denied");

        assertThat(tenant.api().get(Tags.path(tag)).json()).isEqualTo(tag);
    }

    private static void expectNoWriting(Api reader) {
        expectRefusal(reader.post("/tags", Tags.minimal()), "Write");
        expectRefusal(reader.post("/tags", "not even JSON"), "Write");
        expectRefusal(reader.patch(UNKNOWN, "{}"), "Write");
        expectRefusal(reader.delete(UNKNOWN), "Write");
        expectRefusal(reader.send("PUT", "/tags"), "Write");
    }

    private static void expectNoReading(Api writer, String path) {
        expectRefusal(writer.get("/tags"), "Read");
        expectRefusal(writer.get(path), "Read");
        writer.head(path).expect(403);
    }

    private static void expectRefusal(Reply reply, String needed) {
        reply.expectError(403, "access_denied");
        assertThat(reply.error()).isEqualTo(needed + " access required for this operation");
        assertThat(reply.json().has("details")).isFalse();
    }
}
