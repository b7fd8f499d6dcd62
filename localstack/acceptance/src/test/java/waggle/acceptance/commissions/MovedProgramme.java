package waggle.acceptance.commissions;

import java.time.Instant;

/**
 * Rules and deals of one company, through the function behind the API with a clock that the test moves. Bodies have single
 * quotation marks, and {@code <won>} for the stage of won deals.
 */
record MovedProgramme(MovedApi.Company api, String won) {

    static MovedProgramme of(MovedApi.Company company) {
        var stage = new MovedProgramme(company, "")
                .send("POST", "stages", "{'kind':'deal','label':'Won in full','phase':'closed_won'}");
        return new MovedProgramme(company, uuid(stage));
    }

    MovedProgramme at(Instant time) {
        api.at(time);
        return this;
    }

    String partner() {
        return uuid(send("POST", "partners", "{'name':'Acme','partner_type':'reseller'}"));
    }

    /** A rule for one partner. */
    MovedApi.Answer rule(String partner, String terms) {
        return send(
                "POST",
                "commission-rules",
                "{'label':'Acme','partner_type':'reseller','partner_uuids':['" + partner + "']," + terms + "}");
    }

    /** The entries of a rule that pays for won deals. */
    static String entry(String calculation) {
        return "'entries':[{'trigger':{'stage_uuid':'<won>'},'calculation':{" + calculation + "}}]";
    }

    /** A deal that is created in the stage of won deals. */
    MovedApi.Answer deal(String partner, String currency, String value) {
        return send(
                "POST",
                "deals",
                "{'label':'Ten seats','stage_uuid':'<won>','partner_uuid':'%s','currency_code':'%s','deal_value':%s}"
                        .formatted(partner, currency, value));
    }

    MovedApi.Answer send(String method, String path, String body) {
        return api.send(method, path, body.replace("<won>", won).replace('\'', '"'));
    }

    private static String uuid(MovedApi.Answer created) {
        return created.body().required("uuid").asText();
    }
}
