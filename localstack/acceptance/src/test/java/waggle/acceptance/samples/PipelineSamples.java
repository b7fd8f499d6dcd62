package waggle.acceptance.samples;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The samples of leads, deals and commission rules. */
final class PipelineSamples {
    private PipelineSamples() {}

    static Stream<Sample> all() {
        return Stream.of(lead(), deal(), commissionRule(), payment());
    }

    private static Sample lead() {
        return new Sample(
                "lead",
                "/leads",
                "{'company_name':'Gold %s'}",
                "{'company_name':'Platinum %s','email':'ada@platinum.example.com','first_name':'Ada','last_name':'Byron',"
                        + "'phone_number':'+44 20 123','website_url':'https://www.example.com/?a=b',"
                        + "'country_code':'GB','description':'Wants\\n\\nmuch','status':'qualified',"
                        + "'lost_reason':'Not yet','source':'campaign','partner_uuid':'<partner>',"
                        + "'direction':'sent','attributions':[{'partner_uuid':'<partner>','role':'sourced',"
                        + "'attributed_at':'2026-01-22T08:15:30.123Z'}],'created_by_user_uuid':'<user>',"
                        + "'assigned_user_uuids':['<user>'],'tag_uuids':['<lead_tag>'],"
                        + "'external_ids':{'salesforce':'00Q-%s'},'custom_fields':{},'estimated_value':1500.5,"
                        + "'currency_code':'EUR'}",
                "{'description':'Wants more','phone_number':null}",
                "{'created_by_user_uuid':'01900000-0000-7000-8000-000000000000'}",
                List.of(
                        "status=qualified&registration_status=none",
                        "direction=sent",
                        "source=campaign",
                        "assigned=true",
                        "external_id=salesforce:<external_ids>",
                        "search=platinum",
                        "partner_uuid=<partner_uuid>",
                        "domain=platinum.example.com",
                        "tag_uuid=<tag_uuids>",
                        "assigned_user_uuid=<assigned_user_uuids>"),
                Set.of("domain", "registration", "partner_name", "deal_count", "note_count"));
    }

    private static Sample deal() {
        return new Sample(
                "deal",
                "/deals",
                "{'label':'Gold %s'}",
                "{'lead_uuid':'<lead>','label':'Platinum %s','deal_value':1500.5,'currency_code':'EUR',"
                        + "'stage_uuid':'<won_stage>','lost_reason':'Not yet',"
                        + "'closed_at':'2026-01-22T08:15:30.123Z','partner_uuid':'<partner>',"
                        + "'attributions':[{'partner_uuid':'<partner>','role':'sourced',"
                        + "'attributed_at':'2026-01-22T08:15:30.123Z'}],"
                        + "'commission_shares':[{'partner_uuid':'<partner>','percent':100}],'payment_stage_uuid':'<payment_stage>',"
                        + "'expected_close_date':'2026-12-24','expires_at':'2027-01-01T00:00:00.000Z',"
                        + "'assigned_user_uuids':['<user>'],'tag_uuids':['<deal_tag>'],"
                        + "'external_ids':{'salesforce':'006-%s'},'custom_fields':{}}",
                "{'lost_reason':'Still not','expires_at':null}",
                "{'lead_uuid':'01900000-0000-7000-8000-000000000000'}",
                List.of(
                        "phase=closed_won",
                        "currency_code=EUR",
                        "assigned=true",
                        "external_id=salesforce:<external_ids>",
                        "min_value=1500&max_value=1500.50",
                        "closed_after=2026-01-01&closed_before=2026-02-01",
                        "search=platinum",
                        "lead_uuid=<lead_uuid>",
                        "partner_uuid=<partner_uuid>",
                        "stage_uuid=<stage_uuid>",
                        "payment_stage_uuid=<payment_stage_uuid>",
                        "tag_uuid=<tag_uuids>",
                        "assigned_user_uuid=<assigned_user_uuids>"),
                Set.of(
                        "stage_phase",
                        "stage_entered_at",
                        "partner_name",
                        "commission_percentage",
                        "note_count",
                        "payment_count",
                        "total_commission_value"));
    }

    private static Sample commissionRule() {
        return new Sample(
                "commission_rule",
                "/commission-rules",
                "{'label':'Gold %s','partner_type':'referral','entries':[{'trigger':{'stage_uuid':'<won_stage>'},"
                        + "'calculation':{'type':'one_off','option':'percentage','value':10}}]}",
                "{'label':'Platinum %s','partner_type':'reseller','tier_uuids':['<tier>'],"
                        + "'category_uuids':['<category>'],'partner_uuids':['<reseller>'],'min_deal_value':100,"
                        + "'max_deal_value':100000.5,'currency_code':'EUR','attribution_role':'influenced',"
                        + "'registered':true,'valid_from':'2026-01-01','valid_until':'2026-12-31','bonus':true,"
                        + "'payment_target':'individual','recipient':'deal_owner',"
                        + "'entries':[{'trigger':{'stage_uuid':'<won_stage>'},'calculation':{'type':'recurring',"
                        + "'option':'percentage','value':20,'max_value':150.5,'occurrences':36,'period':'month',"
                        + "'period_rates':[{'from_occurrence':13,'option':'percentage','value':12.5}]}}],"
                        + "'hold_days':30,'payout_cycle':'quarter','payout_delay_days':45,'minimum_payout':100,"
                        + "'clawback_days':90,'rate_as_of':'occurrence',"
                        + "'max_per_partner':{'measure':'amount','limit':12000,'period':'year'}}",
                "{'hold_days':60,'valid_until':null}",
                "{}",
                List.of(
                        "partner_type=reseller",
                        "payment_target=individual",
                        "currency_code=EUR",
                        "bonus=true",
                        "attribution_role=influenced",
                        "registered=true",
                        "search=platinum",
                        "tier_uuid=<tier_uuids>",
                        "category_uuid=<category_uuids>",
                        "partner_uuid=<partner_uuids>"));
    }

    private static Sample payment() {
        return new Sample(
                "payment",
                "/payments",
                "{'label':'Gold %s','category':'spiff','payment_value':50,'due_date':'2030-06-30'}",
                "{'deal_uuid':'<euro_deal>','recipient_type':'partner','recipient_uuid':'<partner>',"
                        + "'label':'Platinum %s','category':'adjustment','payment_value':150.5,'currency_code':'EUR',"
                        + "'due_date':'2031-12-24','status':'pending','external_ids':{'netsuite':'PAY-%s'}}",
                "{'payment_value':200,'label':null}",
                "{'deal_uuid':'01900000-0000-7000-8000-000000000000','category':'spiff'}",
                List.of(
                        "status=pending&category=adjustment",
                        "category=adjustment",
                        "recipient_type=partner",
                        "currency_code=EUR",
                        "external_id=netsuite:<external_ids>",
                        "due_after=2031-12-23&due_before=2031-12-25",
                        "recipient_uuid=<recipient_uuid>",
                        "partner_uuid=<recipient_uuid>",
                        "deal_uuid=<deal_uuid>"),
                Set.of(
                        "occurrence",
                        "rule_uuid",
                        "rule_version",
                        "entry",
                        "part",
                        "accrued_on",
                        "held_until",
                        "adjusts_payment_uuid",
                        "explanation",
                        "partner_uuid",
                        "partner_name",
                        "payment_target",
                        "minimum_payout",
                        "booked_on",
                        "settled_on",
                        "due_event_at",
                        "origin"));
    }
}
