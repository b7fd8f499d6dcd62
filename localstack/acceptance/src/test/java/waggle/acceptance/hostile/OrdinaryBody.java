package waggle.acceptance.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import waggle.acceptance.client.Lists;
import waggle.acceptance.exchange.ApiOperation;
import waggle.acceptance.samples.Related;
import waggle.acceptance.samples.Sample;
import waggle.acceptance.samples.Samples;
import waggle.acceptance.samples.Tags;

/** A body that an operation accepts, with nothing of another company. */
record OrdinaryBody(ApiOperation operation, FilledCompany own) {
    ObjectNode json() {
        var relative = FilledCompany.relative(operation);
        if (relative.endsWith("/order")) {
            return order(relative);
        }
        if (relative.endsWith("/mappings")) {
            return Sample.parse("{'mappings':[{'resource':'partner','object':'companies','creates':'both',"
                    + "'fields':[{'waggle':'name','remote':'name'}]}]}");
        }
        if (relative.endsWith("/commission")) {
            return Related.in(
                    own.api,
                    Sample.parse("{'entries':[{'trigger':{'stage_uuid':'<won_stage>'},"
                            + "'calculation':{'type':'one_off','option':'percentage','value':10}}]}"));
        }
        if (relative.endsWith("/preview")) {
            return Related.in(own.api, Sample.parse("{'deal':{'partner_uuid':'<partner>','deal_value':100}}"));
        }
        if (relative.endsWith("/batch")) {
            var name = Samples.at(relative.replaceFirst("/batch$", "")).name();
            return Related.in(own.api, Sample.parse("{'changes':[{'uuid':'<" + name + ">','patch':{}}]}"));
        }
        if (relative.equals("/notifications/read")) {
            return Related.in(own.api, Sample.parse("{'user_uuid':'<user>'}"));
        }
        if (relative.equals("/leads/check")) {
            return Sample.parse("{'email':'ada@%s.example'}");
        }
        var isNew = operation.verb().equals("POST");
        var path = isNew ? relative : relative.replaceFirst("/\\{uuid}$", "");
        return Samples.described()
                .filter(sample -> sample.path().equals(path))
                .findFirst()
                .map(sample -> Related.in(own.api, isNew ? sample.minimal() : sample.change()))
                .orElseGet(() -> new SchemaBody(operation.document()).of(operation.body(TenancyProbes.JSON)));
    }

    /** The whole order of the first kind. */
    private ObjectNode order(String relative) {
        var list = relative.replaceFirst("/order$", "?pageSize=50");
        var all = Lists.data(own.api.get(list).expect(200).json());
        var body = Tags.empty();
        all.stream()
                .filter(record -> record.path("kind").equals(all.getFirst().path("kind")))
                .forEach(record ->
                        body.withArray("uuids").add(record.path("uuid").asText()));
        return body;
    }
}
