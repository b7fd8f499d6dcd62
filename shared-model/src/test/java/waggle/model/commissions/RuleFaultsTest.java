package waggle.model.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.Fault;
import waggle.model.json.Json;

class RuleFaultsTest {
    private static final String CALCULATION = "entries[0].calculation";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'type':'one_off'                                                              | .option      | is required: fixed, percentage, per_unit, scaling or volume
            'type':'one_off','option':'percentage'                                        | .value       | is required for option percentage, like 12.5
            'type':'one_off','option':'percentage','value':100.0001                       | .value       | must be a percentage up to 100, like 12.5
            'type':'one_off','option':'fixed'                                             | .value       | is required for option fixed, like 150
            'type':'one_off','option':'fixed','value':5.001                               | .value       | must have at most 2 decimal places in USD, like 1500.00
            'type':'one_off','option':'fixed','value':5,'base_field_key':'net'            | .base_field_key | must be absent for option fixed
            'type':'one_off','option':'fixed','value':5,'max_units':2                     | .max_units   | must be absent unless the option is per_unit
            'type':'one_off','option':'per_unit','value':5                                | .base_field_key | is required for option per_unit: the key of a number field of deals, like seats
            'type':'one_off','option':'percentage','value':5,'min_value':9,'max_value':8  | .max_value   | must not be below min_value
            'type':'one_off','option':'percentage','value':5,'min_value':0.005            | .min_value   | must have at most 2 decimal places in USD, like 1500.00
            'type':'one_off','option':'percentage','value':5,'occurrences':2              | .occurrences | must be absent for type one_off: it pays once
            'type':'one_off','option':'percentage','value':5,'period':'year'              | .period      | must be absent for type one_off: it pays once
            'type':'one_off','option':'percentage','value':5,'spread':true                | .spread      | must be absent for type one_off: it pays once
            'type':'one_off','option':'percentage','value':5,'period_rates':[{'from_occurrence':1,'value':5}] | .period_rates | must be absent for type one_off: it pays once
            'type':'recurring','option':'percentage','value':5                            | .period      | is required for type recurring: month, quarter or year
            'type':'recurring','option':'percentage','value':5,'period':'month','spread':true | .spread  | must be absent without occurrences: there is no number of parts
            'type':'recurring','option':'percentage','value':5,'period':'month','occurrences':3,'spread':true,'revenue':'reported' | .spread | must be absent with revenue reported: there is no whole to divide
            'type':'recurring','option':'percentage','value':5,'period':'month','occurrences':3,'spread':true,'period_rates':[{'from_occurrence':1,'value':5}] | .spread | must be absent with period_rates: the parts are equal
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':2,'to_occurrence':3,'value':5},{'from_occurrence':5,'value':5}] | .period_rates[1].from_occurrence | must be 4, the occurrence after the range before
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':2,'to_occurrence':3,'value':5},{'from_occurrence':3,'value':5}] | .period_rates[1].from_occurrence | must be 4, the occurrence after the range before
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':2,'value':5},{'from_occurrence':3,'value':5}] | .period_rates[0].to_occurrence | is required in every range but the last, like 2
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':4,'to_occurrence':3,'value':5}] | .period_rates[0].to_occurrence | must not be below from_occurrence, like 4
            'type':'recurring','option':'percentage','value':5,'period':'month','occurrences':3,'period_rates':[{'from_occurrence':4,'value':5}] | .period_rates[0].from_occurrence | must be at most 3, the number of occurrences
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':4,'option':'volume','value':5}] | .period_rates[0].option | must be fixed, percentage or per_unit here
            'type':'recurring','option':'percentage','value':5,'period':'month','period_rates':[{'from_occurrence':4}] | .period_rates[0].value | is required for option percentage, like 12.5
            'type':'one_off','option':'percentage','value':5,'split':{}                   | .split       | must be absent unless the type is split
            'type':'split'                                                                | .split       | is required for type split: one_off and recurring, each with an amount
            'type':'split','value':5,'split':{}                                           | .value       | must be absent for type split: it stands in the parts of split
            'type':'split','period':'month','split':{}                                    | .period      | must be absent for type split: it stands in the parts of split
            'type':'split','split':{'one_off':{'type':'recurring','option':'fixed','value':5}} | .split.one_off.type | must be one_off here
            'type':'split','split':{'recurring':{'type':'one_off','option':'fixed','value':5,'period':'year'}} | .split.recurring.type | must be recurring here
            'type':'split','split':{'recurring':{'option':'percentage','value':5}}        | .split.recurring.period | is required for type recurring: month, quarter or year
            'type':'one_off','option':'scaling'                                           | .scaling     | is required for option scaling: a field and its tiers
            'type':'one_off','option':'scaling','value':3,'scaling':{'tiers':[]}          | .value       | must be absent for option scaling: each tier has its own
            'type':'one_off','option':'fixed','value':3,'scaling':{'tiers':[]}            | .scaling     | must be absent unless the option is scaling
            'type':'one_off','option':'scaling','scaling':{'tiers':[{'option_id':'a','option':'fixed','value':1},{'option_id':'a','option':'fixed','value':2}]} | .scaling.tiers[1].option_id | must appear only once
            'type':'one_off','option':'scaling','scaling':{'tiers':[{'option_id':'a','value':1}]} | .scaling.tiers[0].option | is required: fixed, percentage or per_unit
            'type':'one_off','option':'scaling','max_value':5,'scaling':{'tiers':[{'option_id':'a','option':'percentage','value':1,'min_value':6}]} | .scaling.tiers[0].min_value | must not be above max_value
            'type':'one_off','option':'volume'                                            | .volume      | is required for option volume: a measure and its tiers
            'type':'one_off','option':'volume','volume':{'measure':'deal_count','apply':'marginal','tiers':[]} | .volume.apply | must be next or whole for measure deal_count
            'type':'one_off','option':'volume','volume':{'measure':'deal_value','apply':'marginal','tiers':[{'from':0,'option':'fixed','value':1}]} | .volume.tiers[0].option | must be percentage for marginal tiers
            'type':'one_off','option':'volume','base_field_key':'net','volume':{'measure':'deal_value','apply':'marginal','tiers':[{'from':0,'option':'percentage','value':1}]} | .base_field_key | must be absent for marginal tiers: they divide the value of the deal
            'type':'one_off','option':'volume','volume':{'measure':'deal_count','apply':'next','tiers':[{'from':1.5,'option':'percentage','value':1}]} | .volume.tiers[0].from | must be a whole number of deals, like 26
            'type':'one_off','option':'volume','volume':{'measure':'deal_count','apply':'next','tiers':[{'from':5,'option':'percentage','value':1},{'from':5,'option':'percentage','value':2}]} | .volume.tiers[1].from | must be above the tier before, like 6
            'type':'one_off','option':'volume','volume':{'measure':'deal_value','apply':'next','tiers':[{'from':0.001,'option':'percentage','value':1}]} | .volume.tiers[0].from | must have at most 2 decimal places in USD, like 1500.00
            """)
    void calculation_withAFault_namesThePlaceAndWhatIsExpected(String calculation, String at, String expected) {
        assertThat(faults(rule("'currency_code':'USD'", "{%s}".formatted(calculation))))
                .containsExactly(new Fault(CALCULATION + at, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'one_off','option':'percentage','value':100}",
                "{'type':'one_off','option':'percentage','value':0.0001,'base_field_key':'net','max_value':150}",
                "{'type':'one_off','option':'per_unit','value':15.5,'base_field_key':'seats','max_units':100}",
                "{'type':'one_off','option':'fixed','value':1e3,'spread':false}",
                "{'type':'recurring','option':'percentage','value':20,'period':'month','occurrences':36,"
                        + "'period_rates':[{'from_occurrence':2,'to_occurrence':12,'value':10},{'from_occurrence':13,'value':5}]}",
                "{'type':'recurring','option':'percentage','value':20,'period':'year','occurrences':3,'spread':true}",
                "{'type':'split','split':{'one_off':{'type':'one_off','option':'fixed','value':500},"
                        + "'recurring':{'option':'percentage','value':10,'period':'month'}}}",
                "{'type':'one_off','option':'scaling','base_field_key':'seats','max_value':900,'scaling':{'tiers':"
                        + "[{'option_id':'a','option':'per_unit','value':1},{'option_id':'b','option':'percentage','value':2}]}}",
                "{'type':'one_off','option':'volume','volume':{'measure':'deal_value','apply':'marginal','tiers':"
                        + "[{'from':0,'option':'percentage','value':5},{'from':1000,'option':'percentage','value':7.5}]}}"
            })
    void calculation_thatIsRight_hasNoFault(String calculation) {
        assertThat(faults(rule("'currency_code':'USD'", calculation))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            'min_deal_value':5,'max_deal_value':5,'currency_code':'USD'         | max_deal_value  | must be above min_deal_value, like 5000
            'valid_from':'2026-02-01','valid_until':'2026-01-31'                | valid_until     | must not be before valid_from, like 2026-02-01
            'minimum_payout':100                                                | currency_code   | is required with an amount of money (minimum_payout), like EUR
            'min_deal_value':0                                                  | currency_code   | is required with an amount of money (min_deal_value), like EUR
            'max_per_partner':{'measure':'amount','limit':5,'period':'year'}    | currency_code   | is required with an amount of money (max_per_partner.limit), like EUR
            'max_per_partner':{'measure':'deals','limit':1.5,'period':'year'}   | max_per_partner.limit | must be a whole number of deals, like 26
            'currency_code':'JPY','minimum_payout':0.5                          | minimum_payout  | must have at most 0 decimal places in JPY, like 1500
            'currency_code':'KWD','minimum_payout':0.0005                       | minimum_payout  | must have at most 3 decimal places in KWD, like 1500.000
            'currency_code':'CLF','minimum_payout':0.00005                      | minimum_payout  | must have at most 4 decimal places in CLF, like 1500.0000
            'currency_code':'XXX','minimum_payout':0.5                          | currency_code   | must be an ISO 4217 code of a currency in use, like EUR
            """)
    void rule_withAFault_namesTheFieldAndWhatIsExpected(String fields, String field, String expected) {
        assertThat(faults(rule(fields, "{'type':'one_off','option':'percentage','value':5}")))
                .containsExactly(new Fault(field, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'min_deal_value':1e3,'max_deal_value':1000.01,'currency_code':'USD'",
                "'valid_from':'2026-02-01','valid_until':'2026-02-01'",
                "'currency_code':'JPY','minimum_payout':1500.0",
                "'currency_code':'KWD','minimum_payout':0.005",
                "'currency_code':'CLF','minimum_payout':0.0005",
                "'max_per_partner':{'measure':'units','limit':1.5,'period':'year'}",
                "'payment_target':'partner','recipient':'deal_owner'"
            })
    void rule_thatIsRight_hasNoFault(String fields) {
        assertThat(faults(rule(fields, "{'type':'one_off','option':'percentage','value':5}")))
                .isEmpty();
    }

    @Test
    void trigger_withoutACondition_isAFault() {
        var faults = faults("{'entries':[{'trigger':{}}]}");

        assertThat(faults).singleElement().extracting(Fault::field).isEqualTo("entries[0].trigger");
    }

    @Test
    void amountsOfMoney_inAnyPlace_needACurrency() {
        var tier =
                "{'type':'one_off','option':'scaling','scaling':{'tiers':[{'option_id':'a','option':'fixed','value':1}]}}";

        assertThat(faults(rule("'bonus':true", tier)))
                .containsExactly(new Fault(
                        "currency_code",
                        "is required with an amount of money (%s.scaling.tiers[0].value), like EUR"
                                .formatted(CALCULATION)));
    }

    @Test
    void rule_withManyFaults_namesThemAll() {
        var calculation = "{'type':'recurring','option':'percentage','value':101,'min_value':2,'max_value':1}";

        assertThat(faults(rule("'valid_from':'2026-02-01','valid_until':'2026-01-31'", calculation)))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "valid_until",
                        CALCULATION + ".period",
                        CALCULATION + ".value",
                        CALCULATION + ".max_value",
                        "currency_code");
    }

    /** Bounds refuse them before, in the same reply: the rule only must not fail or take long. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "1e-999999", "-1e999999999", "1e2147483647", "0.00005"})
    void numbers_outOfBounds_areRead(String number) {
        var calculation = ("{'type':'one_off','option':'volume','min_value':%1$s,'max_value':%1$s,'volume':"
                        + "{'measure':'deal_count','apply':'next','tiers':[{'from':%1$s,'option':'fixed','value':%1$s},"
                        + "{'from':%1$s,'option':'percentage','value':%1$s}]}}")
                .formatted(number);

        assertThat(faults(rule("'currency_code':'USD','minimum_payout':" + number, calculation)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'entries':[null]}",
                "{'entries':[{}]}",
                "{'max_per_partner':{},'entries':[{'trigger':null,'calculation':{}}]}",
                "{'entries':[{'trigger':{'stage_uuid':'01900000-0000-7000-8000-000000000000'},'calculation':{'type':'split',"
                        + "'split':{}}}]}"
            })
    void rule_withoutItsParts_isRead(String rule) {
        assertThat(faults(rule)).isEmpty();
    }

    private static String rule(String fields, String calculation) {
        return "{%s,'entries':[{'trigger':{'custom_field_key':'paid'},'calculation':%s}]}"
                .formatted(fields, calculation);
    }

    private static List<Fault> faults(String rule) {
        return RuleFaults.of(Json.parse(rule.replace('\'', '"'), CommissionRule.class));
    }
}
