package waggle.acceptance;

import java.util.List;
import java.util.stream.Stream;

/** The resources there are. Another one is one more entry here, and is held to all the conventions. */
final class Samples {
    private Samples() {}

    static Stream<Sample> all() {
        return Stream.of(
                new Sample(
                        "stage",
                        "/stages",
                        "{'kind':'partner','label':'Gold %s','phase':'active'}",
                        "{'kind':'deal','label':'Platinum %s','phase':'discovery','partner_type':'reseller','series':7,"
                                + "'probability':62.5}",
                        "{'probability':80,'partner_type':null}",
                        "{'kind':'partner'}",
                        List.of("kind=deal&partner_type=reseller", "phase=discovery&partner_type=reseller")),
                new Sample(
                        "tag",
                        "/tags",
                        "{'label':'Gold %s','association':'partner'}",
                        "{'label':'Platinum %s','association':'deal','background_color':'#1A2b3C',"
                                + "'text_color':'#000000','partner_type':'reseller'}",
                        "{'text_color':'#123456','partner_type':null}",
                        "{}",
                        List.of("association=deal", "partner_type=reseller", "search=platinum")),
                new Sample(
                        "category",
                        "/categories",
                        "{'label':'Gold %s'}",
                        "{'label':'Platinum %s','partner_type':'reseller'}",
                        "{'label':'Silver %s','partner_type':null}",
                        "{}",
                        List.of("partner_type=reseller", "search=platinum")),
                new Sample(
                        "tier",
                        "/tiers",
                        "{'label':'Gold %s'}",
                        "{'label':'Platinum %s','background_color':'#1A2b3C','text_color':'#000000',"
                                + "'partner_type':'reseller','series':7}",
                        "{'text_color':'#123456','partner_type':null}",
                        "{}",
                        List.of("partner_type=reseller", "search=platinum")),
                new Sample(
                        "custom_field",
                        "/custom-fields",
                        "{'label':'Gold %s','type':'text','entity':'partner'}",
                        "{'label':'Platinum %s','key':'platinum_%s','type':'select','entity':'deal',"
                                + "'partner_type':'reseller','required':true,'shared':true,"
                                + "'options':[{'id':'emea','label':'EMEA'},{'id':'apac','label':'Asia'}]}",
                        "{'options':[{'id':'emea','label':'Europe'}],'partner_type':null}",
                        "{'key':'other','type':'multi_select','entity':'lead'}",
                        List.of("entity=deal", "type=select", "partner_type=reseller")));
    }
}
