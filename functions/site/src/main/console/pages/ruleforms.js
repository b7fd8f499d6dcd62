import { act, get, post } from "../base/api.js";
import { useConfig } from "../base/config.js";
import { day, money } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { useSettled } from "../base/query.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";
import { update } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { Note } from "../ui/parts.js";
import { sentence } from "../ui/states.js";
import { another, begun, flatRule, ruleInputs, ruleOf, TEMPLATES } from "./ruleentries.js";

/** Begins with a template, so that nobody starts from nothing. */
export const newRule = () => open((close) => html`<${Dialog} title=${t("rule.create")} close=${close} wide><p class="muted">${t("rule.begin")}</p>
  <ul class="templates">${Object.entries(TEMPLATES).map(([name, template]) => html`<li key=${name}><button type="button" class="card choice" onClick=${() => (close(), writeRule(template))}>
    <span class="two"><b>${t(name === "empty" ? "rule.otherTitle" : `rule.${name}Title`)}</b><small>${t(name === "empty" ? "rule.otherText" : `rule.${name}Text`)}</small></span></button></li>`)}</ul><//>`);

const writeRule = (template) => open((close) => html`<${NewRule} template=${template} close=${close} />`);

/** The form needs the stages before it can begin. */
function NewRule({ template, close }) {
  const config = useConfig("stages", "tiers", "categories");
  if (config.stages.length === 0) return null;
  return html`<${FormDialog} title=${t("rule.create")} close=${close} action=${t("common.create")} fields=${ruleInputs(config)}
    initial=${begun(template, config.stages)} more=${more} aside=${(body) => html`<${Preview} body=${body} />`}
    save=${async (body) => go("rules/" + (await post("/commission-rules", ruleOf(body))).uuid)} />`;
}

export const editRule = (config, rule, names, put) => open((close) => html`<${FormDialog} title=${t("rule.edit")} close=${close} fields=${ruleInputs(config, names)} initial=${flatRule(rule)} more=${more} aside=${(body) => html`<${Preview} body=${body} />`}
  text=${t("rule.editText")} save=${async (body) => put(await update("/commission-rules/" + rule.uuid, rule, ruleOf(body)))} />`);

/** An entry that is added has values of its own, once it is shown. */
const more = (typed, name, value) => (name === "count" && value > typed.count && typed[`e${value - 1}.type`] === undefined ? another(typed, value - 1) : {});

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
    act("/commission-rules/preview", { deal_uuid: deal.uuid, rule: JSON.parse(settled) }).then(
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
