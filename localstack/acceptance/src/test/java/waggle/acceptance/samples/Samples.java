package waggle.acceptance.samples;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The samples of all resources: those that need an entry of their own, and the plain ones. */
public final class Samples {
    private Samples() {}

    public static Stream<Sample> all() {
        var told = told().toList();
        return Stream.concat(told.stream(), PlainSamples.besides(told));
    }

    private static Stream<Sample> told() {
        return Stream.concat(configuredAndPartners(), PipelineSamples.all());
    }

    private static Stream<Sample> configuredAndPartners() {
        return Stream.of(
                new Sample(
                        "stage",
                        "/stages",
                        "{'kind':'partner','label':'Gold %s','phase':'active'}",
                        "{'kind':'deal','label':'Platinum %s','phase':'discovery','partner_type':'reseller','series':7,"
                                + "'probability':62.5}",
                        "{'probability':80,'partner_type':null}",
                        "{'kind':'partner'}",
                        List.of("kind=deal&partner_type=reseller", "phase=discovery&partner_type=reseller"),
                        Set.of("record_count", "deal_value")),
                new Sample(
                        "tag",
                        "/tags",
                        "{'label':'Gold %s','association':'partner'}",
                        "{'label':'Platinum %s','association':'deal','background_color':'#1A2b3C',"
                                + "'text_color':'#000000','partner_type':'reseller'}",
                        "{'text_color':'#123456','partner_type':null}",
                        "{}",
                        List.of("association=deal", "partner_type=reseller", "search=platinum"),
                        Set.of("record_count")),
                new Sample(
                        "tier",
                        "/tiers",
                        "{'label':'Gold %s'}",
                        "{'label':'Platinum %s','background_color':'#1A2b3C','text_color':'#000000',"
                                + "'partner_type':'reseller','series':7}",
                        "{'text_color':'#123456','partner_type':null}",
                        "{}",
                        List.of("partner_type=reseller", "search=platinum"),
                        Set.of("record_count")),
                new Sample(
                        "custom_field",
                        "/custom-fields",
                        "{'label':'Gold %s','type':'text','entity':'partner'}",
                        "{'label':'Platinum %s','key':'platinum_%s','type':'select','entity':'deal',"
                                + "'partner_type':'reseller','required':true,'shared':true,"
                                + "'options':[{'id':'emea','label':'EMEA'},{'id':'apac','label':'Asia'}]}",
                        "{'options':[{'id':'emea','label':'Europe'}],'partner_type':null}",
                        "{'key':'other','type':'multi_select','entity':'lead'}",
                        List.of("entity=deal", "type=select", "partner_type=reseller")),
                new Sample(
                        "partner",
                        "/partners",
                        "{'name':'Gold %s','partner_type':'referral'}",
                        "{'name':'Platinum %s','partner_type':'reseller','status':'declined',"
                                + "'email':'platinum@mail.example.com','email_domain':'w%s.example.com',"
                                + "'website_url':'https://www.example.com/?a=b','phone_number':'+49 30 123',"
                                + "'description':'Sells\\n\\nmuch','country_code':'DE','stage_uuid':'<stage>',"
                                + "'tier_uuid':'<tier>','category_uuid':'<category>','tag_uuids':['<tag>'],"
                                + "'assigned_user_uuids':['<user>'],'parent_partner_uuid':'<partner>',"
                                + "'reseller_owner':'partner','external_ids':{'salesforce':'001-%s'},"
                                + "'custom_fields':{}}",
                        "{'description':'Sells more','phone_number':null}",
                        "{}",
                        List.of(
                                "partner_type=reseller",
                                "status=declined",
                                "country_code=DE",
                                "assigned=true",
                                "external_id=salesforce:<external_ids>",
                                "search=platinum",
                                "stage_uuid=<stage_uuid>",
                                "tier_uuid=<tier_uuid>",
                                "category_uuid=<category_uuid>",
                                "tag_uuid=<tag_uuids>",
                                "assigned_user_uuid=<assigned_user_uuids>",
                                "parent_partner_uuid=<parent_partner_uuid>"),
                        Set.of(
                                "contact_count",
                                "user_count",
                                "lead_count",
                                "open_lead_count",
                                "deal_count",
                                "open_deal_count",
                                "won_deal_count",
                                "won_value",
                                "open_payment_count",
                                "note_count")),
                new Sample(
                        "contact",
                        "/contacts",
                        "{'partner_uuid':'<partner>','email':'gold.%s@example.com'}",
                        "{'partner_uuid':'<reseller>','email':'platinum.%s@example.com','first_name':'Ada',"
                                + "'last_name':'Byron','position':'Countess','phone_number':'+44 20 123',"
                                + "'tag_uuids':['<contact_tag>'],'external_ids':{'salesforce':'003-%s'},"
                                + "'custom_fields':{}}",
                        "{'last_name':'Lovelace','phone_number':null}",
                        "{}",
                        List.of(
                                "partner_uuid=<partner_uuid>",
                                "tag_uuid=<tag_uuids>",
                                "external_id=salesforce:<external_ids>",
                                "search=byron"),
                        Set.of("open_payment_count")),
                new Sample(
                        "user",
                        "/users",
                        "{'email':'gold.%s@example.com','role':'admin'}",
                        "{'email':'platinum.%s@example.com','first_name':'Ada','last_name':'Byron','role':'partner',"
                                + "'partner_uuid':'<partner>','position':'Countess','phone_number':'+44 20 123',"
                                + "'country_code':'GB','status':'active','notification_types':['mentioned','deal_won']}",
                        "{'last_name':'Lovelace','phone_number':null}",
                        "{}",
                        List.of("role=partner", "status=active", "partner_uuid=<partner_uuid>", "search=byron"),
                        Set.of("open_payment_count")));
    }

    /** The resources with unique titles, which partners, leads, deals, commission rules and payments do not have. */
    public static Stream<Sample> uniquelyTitled() {
        var others = Set.of("partner", "lead", "deal", "commission_rule", "payment");
        return all().filter(sample -> !others.contains(sample.name()));
    }

    /** The sample of a path, which may be a part of the account. */
    public static Sample at(String path) {
        return described()
                .filter(sample -> sample.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No sample of what is at " + path));
    }

    /** All samples, those of the account included. */
    public static Stream<Sample> described() {
        return Stream.concat(all(), account());
    }

    /** The samples of records that clients create. */
    public static Stream<Sample> made() {
        return described().filter(Sample::isMade);
    }

    private static Stream<Sample> account() {
        return Stream.of(
                new Sample(
                        "api_key",
                        "/api-keys",
                        "{'label':'Gold %s','scopes':['read']}",
                        "{'label':'Platinum %s','scopes':['tags:read'],'expires_at':'2999-01-01T00:00:00.000Z'}",
                        "{'label':'Silver %s'}",
                        "{}",
                        List.of()),
                new Sample("company", "/company", "", "{}", "{'name':'Silver %s'}", "{}", List.of()),
                new Sample("audit_entry", "/audit-log", "", "{}", "{}", "{}", List.of()),
                new Sample("event", "/events", "", "{}", "{}", "{}", List.of()),
                new Sample("notification", "/notifications", "", "{}", "{'read':true}", "{}", List.of()),
                new Sample(
                        "webhook_endpoint",
                        "/webhook-endpoints",
                        "{'url':'http://localhost:9/gold/%s','event_types':['tag.*']}",
                        "{'url':'http://localhost:9/platinum/%s','event_types':['tag.*'],'fields':['label'],"
                                + "'description':'Sync','status':'disabled'}",
                        "{'description':'Other'}",
                        "{}",
                        List.of()),
                new Sample(
                        "crm_connection",
                        "/crm-connections",
                        "{'provider':'hubspot','label':'Gold %s','credentials':{'token':'pat-none'}}",
                        "{'provider':'salesforce','label':'Platinum %s','credentials':{'my_domain':"
                                + "'https://acme.my.salesforce.com','consumer_key':'none','consumer_secret':'none'},"
                                + "'status':'paused','sync_every_minutes':5,'daily_quota_share':10,'delete_brake':1}",
                        "{'label':'Silver %s'}",
                        "{}",
                        List.of()),
                new Sample("crm_link", "/crm-links", "", "{}", "{}", "{}", List.of()),
                new Sample("crm_log_entry", "/crm-log", "", "{}", "{}", "{}", List.of()),
                new Sample("crm_conflict", "/crm-conflicts", "", "{}", "{}", "{}", List.of()));
    }

    /** A record that others refer to. */
    public static Sample named(String name) {
        return switch (name) {
            case "reseller" -> like("partner", "{'name':'Gold %s','partner_type':'reseller'}");
            case "contact_tag" -> like("tag", "{'label':'Gold %s','association':'contact'}");
            case "lead_tag" -> like("tag", "{'label':'Gold %s','association':'lead'}");
            case "deal_tag" -> like("tag", "{'label':'Gold %s','association':'deal'}");
            case "euro_deal" -> like("deal", "{'label':'Gold %s','currency_code':'EUR'}");
            case "won_stage" -> like("stage", "{'kind':'deal','label':'Gold %s','phase':'closed_won'}");
            case "payment_stage" -> like("stage", "{'kind':'payment','label':'Gold %s','phase':'pending'}");
            default ->
                all().filter(sample -> sample.name().equals(name)).findFirst().orElseThrow();
        };
    }

    private static Sample like(String name, String least) {
        var sample = named(name);
        return new Sample(
                name, sample.path(), least, sample.all(), sample.patch(), sample.immutable(), sample.queries());
    }
}
