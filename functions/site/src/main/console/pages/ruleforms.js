import { get, post } from "../base/api.js";
import { options, ofKind } from "../base/config.js";
import { day, money } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { useSettled } from "../base/query.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { update } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { Note } from "../ui/parts.js";
import { sentence } from "../ui/states.js";
import { TYPES_OF_PARTNER } from "./partners.js";

const OPTIONS = () => [["percentage", t("rule.percentage")], ["fixed", t("rule.fixed")]];
const PERIODS = () => ["month", "quarter", "year"].map((period) => [period, t("rule." + period)]);

const inputs = ({ stages, tiers, categories }) => (typed) => [
  { name: "label", label: t("rule.label"), required: true },
  { name: "partner_type", label: t("partner.type"), type: "select", required: true, options: TYPES_OF_PARTNER, half: true },
  { name: "payment_target", label: t("rule.target"), type: "select", required: true, options: [["partner", t("rule.targetPartner")], ["individual", t("rule.targetPerson")]], half: true },
  { name: "type", label: t("rule.how"), type: "select", required: true, options: [["one_off", t("rule.once")], ["recurring", t("rule.recurring")]], half: true },
  { name: "option", label: t("rule.amountOf"), type: "select", required: true, options: OPTIONS(), half: true },
  { name: "value", label: typed.option === "fixed" ? t("rule.amount") : t("rule.percent"), type: "number", required: true, half: true },
  ...(typed.type === "recurring" ? [{ name: "period", label: t("rule.period"), type: "select", required: true, options: PERIODS(), half: true }, { name: "occurrences", label: t("rule.times"), type: "number", half: true }] : []),
  { name: "trigger", label: t("rule.trigger"), type: "select", required: true, options: options(ofKind(stages, "deal")), half: true },
  { name: "hold_days", label: t("rule.hold"), type: "number", half: true },
  { name: "clawback_days", label: t("rule.clawback"), type: "number", half: true },
  { name: "tier_uuids", label: t("partner.tier"), type: "multi", options: options(tiers) },
  { name: "category_uuids", label: t("partner.category"), type: "multi", options: options(categories) },
  { name: "bonus", label: t("rule.bonusHelp"), type: "check" },
];

const CALCULATION = new Set(["type", "option", "value", "period", "occurrences", "trigger"]);

/** The rule that a form describes: one entry, as most programmes have. */
function ruleOf(body) {
  const rule = Object.fromEntries(Object.entries(body).filter(([name, value]) => !CALCULATION.has(name) && value !== null));
  const { type, option, value, period, occurrences, trigger } = body;
  const calculation = Object.fromEntries(Object.entries({ type, option, value, ...(type === "recurring" ? { period, occurrences } : {}) }).filter(([, one]) => one !== null && one !== undefined));
  return { ...rule, entries: [{ trigger: { stage_uuid: trigger }, calculation }] };
}

const flatRule = (rule) => {
  const { trigger, calculation } = rule.entries[0];
  return { ...rule, type: calculation.type, option: calculation.option, value: calculation.value, period: calculation.period, occurrences: calculation.occurrences, trigger: trigger?.stage_uuid ?? "" };
};

/** Rules that the form can show in full. */
export const isPlain = (rule) => rule.entries.length === 1 && ["one_off", "recurring"].includes(rule.entries[0].calculation.type) && ["fixed", "percentage"].includes(rule.entries[0].calculation.option);

export const newRule = (config, initial = {}) => open((close) => html`<${FormDialog} title=${t("rule.create")} close=${close} action=${t("common.create")} fields=${inputs(config)}
  initial=${{ partner_type: "reseller", payment_target: "partner", type: "one_off", option: "percentage", value: "10", trigger: ofKind(config.stages, "deal").find(({ phase }) => phase === "closed_won")?.uuid, ...initial }} aside=${(body) => html`<${Preview} body=${body} />`}
  save=${async (body) => go("rules/" + (await post("/commission-rules", ruleOf(body))).uuid)} />`);

export const editRule = (config, rule, put) => open((close) => html`<${FormDialog} title=${t("rule.edit")} close=${close} fields=${inputs(config)} initial=${flatRule(rule)} aside=${(body) => html`<${Preview} body=${body} />`}
  text=${t("rule.editText")} save=${async (body) => put(await update("/commission-rules/" + rule.uuid, rule, ruleOf(body)))} />`);

/** What the rule would pay for the newest deal that is won, calculated by the API. */
function Preview({ body }) {
  const settled = useSettled(JSON.stringify(ruleOf(body)), 600);
  const [deal, setDeal] = useState(undefined);
  const [outcome, setOutcome] = useState(null);
  useEffect(() => {
    get("/deals", { phase: "closed_won", sort: "-created_at", pageSize: 1 }).then(({ data }) => setDeal(data[0] ?? null), () => setDeal(null));
  }, []);
  useEffect(() => {
    if (!deal) return undefined;
    let isCurrent = true;
    post("/commission-rules/preview", { deal_uuid: deal.uuid, rule: JSON.parse(settled) }, { idempotency: undefined }).then(
      (view) => isCurrent && setOutcome({ view }), (failure) => isCurrent && setOutcome({ failure }));
    return () => (isCurrent = false);
  }, [settled, deal]);
  if (deal === null) return html`<p class="muted">${t("rule.noDeal")}</p>`;
  if (!outcome) return null;
  if (outcome.failure) return html`<${Note} kind="warn">${sentence(outcome.failure)}<//>`;
  const { view } = outcome;
  return html`<div class="findings" role="status"><h3>${t("rule.preview", { deal: deal.label })}</h3><p class="amount">${money(view.total_commission_value, view.currency_code)}</p>
    <ol class="explained">${view.explanation.map((line) => html`<li>${line}</li>`)}</ol>
    <ul>${view.occurrences.slice(0, 4).map((one) => html`<li><span class="muted">${day(one.due_date)}</span> <b>${money(one.value, view.currency_code)}</b></li>`)}</ul></div>`;
}
