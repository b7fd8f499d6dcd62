import { ofKind, options } from "../base/config.js";
import { session } from "../base/session.js";
import { t } from "../texts.js";
import { TYPES_OF_PARTNER } from "./partners.js";

const MOST_ENTRIES = 5;
const OPTIONS = () => [["percentage", t("rule.percentage")], ["fixed", t("rule.fixed")]];
const PERIODS = () => ["month", "quarter", "year"].map((period) => [period, t("rule." + period)]);
const PARTS_OF_CALCULATION = ["type", "option", "value", "period", "occurrences"];
const SHOWN = new Set(PARTS_OF_CALCULATION);

/** The inputs of a rule with so many entries as `typed.count` says. */
export const ruleInputs = ({ stages, tiers, categories }, names) => (typed) => [
  { name: "label", label: t("rule.label"), required: true },
  { name: "partner_type", label: t("partner.type"), type: "select", required: true, options: TYPES_OF_PARTNER, half: true },
  { name: "payment_target", label: t("rule.target"), type: "select", required: true, options: [["partner", t("rule.targetPartner")], ["individual", t("rule.targetPerson")]], half: true },
  ...Array.from({ length: typed.count }, (_, at) => entryInputs(at, typed, stages)).flat(),
  { name: "count", label: t("rule.entries"), type: "count", least: 1, most: MOST_ENTRIES },
  ...(isMoney(typed) ? [{ name: "currency_code", label: t("deal.currency"), half: true, required: true }] : []),
  { name: "hold_days", label: t("rule.hold"), type: "number", half: true },
  { name: "clawback_days", label: t("rule.clawback"), type: "number", half: true },
  { name: "tier_uuids", label: t("partner.tier"), type: "multi", options: options(tiers) },
  { name: "category_uuids", label: t("partner.category"), type: "multi", options: options(categories) },
  { name: "partner_uuids", label: t("partner.title"), type: "records", finds: "partner", known: names },
  { name: "bonus", label: t("rule.bonusHelp"), type: "check" },
];

const isMoney = (typed) => Array.from({ length: typed.count }, (_, at) => typed[`e${at}.option`]).includes("fixed");

function entryInputs(at, typed, stages) {
  const sub = "e" + at;
  const field = (name, rest) => ({ name: `${sub}.${name}`, sub, half: true, required: true, ...rest, label: typed.count > 1 ? t("rule.ofEntry", { n: at + 1, label: rest.label }) : rest.label });
  return [
    field("type", { label: t("rule.how"), type: "select", options: [["one_off", t("rule.once")], ["recurring", t("rule.recurring")]] }),
    field("option", { label: t("rule.amountOf"), type: "select", options: OPTIONS() }),
    field("value", { label: typed[sub + ".option"] === "fixed" ? t("rule.amount") : t("rule.percent"), type: "number" }),
    field("trigger", { label: t("rule.trigger"), type: "select", options: options(ofKind(stages, "deal")) }),
    ...(typed[sub + ".type"] === "recurring" ? [field("period", { label: t("rule.period"), type: "select", options: PERIODS() }), field("occurrences", { label: t("rule.times"), type: "number", required: false })] : []),
  ];
}

const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** The rule that a form describes. */
export function ruleOf(body) {
  const count = body.count ?? 1;
  const rule = filled(Object.fromEntries(Object.entries(body).filter(([name]) => name !== "count" && !/^e\d$/.test(name))));
  return { ...rule, entries: Array.from({ length: count }, (_, at) => entryOf(body["e" + at] ?? {})) };
}

function entryOf({ trigger, type, option, value, period, occurrences }) {
  return { trigger: { stage_uuid: trigger }, calculation: filled({ type, option, value, ...(type === "recurring" ? { period, occurrences } : {}) }) };
}

/** What a form takes of a rule. */
export function flatRule(rule) {
  const entries = rule.entries.flatMap(({ trigger, calculation }, at) => [...PARTS_OF_CALCULATION.map((name) => [`e${at}.${name}`, calculation[name]]), [`e${at}.trigger`, trigger?.stage_uuid ?? ""]]);
  return { ...rule, ...Object.fromEntries(entries), count: rule.entries.length };
}

/** Another entry begins like the first one. */
export const another = (typed, at) => ({ [`e${at}.type`]: "one_off", [`e${at}.option`]: "percentage", [`e${at}.value`]: "5", [`e${at}.period`]: "month", [`e${at}.trigger`]: typed["e0.trigger"] });

/** Rules that the form can show in full. */
export const isPlain = (rule) => rule.entries.length <= MOST_ENTRIES && rule.entries.every(({ trigger, calculation }) =>
  ["one_off", "recurring"].includes(calculation.type) && ["fixed", "percentage"].includes(calculation.option) && Object.keys(filled(trigger ?? {})).join() === "stage_uuid"
  && Object.entries(filled(calculation)).every(([name, value]) => SHOWN.has(name) || (name === "revenue" && value === "contracted")));

const entry = (type, option, value, more) => ({ calculation: { type, option, value, ...more } });
/** Three programmes to begin with, and an empty one. */
export const TEMPLATES = {
  referral: { label: "rule.referralLabel", rule: { partner_type: "referral", entries: [entry("one_off", "fixed", 500)], hold_days: 30 } },
  resale: { label: "rule.resaleLabel", rule: { partner_type: "reseller", entries: [entry("one_off", "percentage", 20)] } },
  subscription: { label: "rule.subscriptionLabel", rule: { partner_type: "reseller", entries: [entry("one_off", "percentage", 10), entry("recurring", "percentage", 5, { period: "month", occurrences: 12 })], clawback_days: 90 } },
  empty: { label: null, rule: { partner_type: "reseller", entries: [entry("one_off", "percentage", 10)] } },
};

/** What the form of a new rule begins with. */
export function begun({ label, rule }, stages) {
  const won = ofKind(stages, "deal").find(({ phase }) => phase === "closed_won")?.uuid;
  const entries = rule.entries.map((one) => ({ ...one, trigger: { stage_uuid: won } }));
  return { payment_target: "partner", currency_code: session.get().company.currency_code, label: label ? t(label) : "", ...flatRule({ ...rule, entries }) };
}
