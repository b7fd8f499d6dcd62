import { remove } from "../base/api.js";
import { find, useConfig, usePartnerNames } from "../base/config.js";
import { capital, day, money, number, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { confirm } from "../ui/dialog.js";
import { Json } from "../ui/json.js";
import { Button, Card, Crumbs, Facts, Note, Pill } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { Failed, Skeleton } from "../ui/states.js";
import { isPlain } from "./ruleentries.js";
import { editRule } from "./ruleforms.js";
import { payOf, scopeOf } from "./rules.js";

export function Rule({ uuid }) {
  const path = "/commission-rules/" + uuid;
  const config = useConfig("stages", "tiers", "categories");
  const { data: rule, failure, load, put } = useRecord(path, "commission_rule", uuid);
  const names = usePartnerNames(rule?.partner_uuids ?? []);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!rule) return html`<${Skeleton} />`;
  const drop = () => confirm({ title: t("rule.remove"), text: rule.label, action: t("common.remove"), run: async () => {
    await remove(path);
    go("rules");
  } });
  const labels = (list, uuids) => uuids.map((one) => find(list, one)?.label ?? t("common.unknown")).join(", ") || null;
  return html`<${Crumbs} list=${[[t("frame.rules"), "rules"]]} here=${rule.label} />
    <header class="head"><div class="titled"><h1 tabindex="-1">${rule.label}</h1>${rule.bonus && html`<${Pill} as="info" text=${t("rule.bonus")} />`}</div>
      ${may("write", "commission-rules") && html`<div class="actions"><${Button} mark="trash" onClick=${drop}>${t("common.remove")}<//>
        ${isPlain(rule) && html`<${Button} kind="primary" mark="edit" data-edit onClick=${() => editRule(config, rule, names, put)}>${t("common.edit")}<//>`}</div>`}</header>
    ${!isPlain(rule) && html`<${Note}>${t("rule.notPlain")}<//>`}
    <div class="split"><div class="stack"><${Card} title=${t("rule.pays")}><ul class="rows">${rule.entries.map((entry, at) => html`<li key=${at}><span class="two"><b class="amount">${payOf(entry, rule)}</b><small>${beginOf(entry, config.stages)}</small></span></li>`)}</ul>
        ${!isPlain(rule) && html`<${Json} value=${rule.entries} label=${t("rule.pays")} />`}<//>
      <${Card} title=${t("rule.versions")}><${Activity} uuid=${uuid} /><//></div>
    <aside class="card details"><h2>${t("rule.for")}</h2><${Facts} list=${[
      [t("partner.type"), capital(words(rule.partner_type))],
      [t("rule.scope"), scopeOf(rule)],
      [t("partner.tier"), labels(config.tiers, rule.tier_uuids)],
      [t("partner.category"), labels(config.categories, rule.category_uuids)],
      rule.partner_uuids.length > 0 && [t("lead.partner"), html`${rule.partner_uuids.map((one) => html`<a href=${href("partners/" + one)}>${names[one] ?? t("common.open")}</a> `)}`],
      [t("rule.values"), rule.min_deal_value || rule.max_deal_value ? `${money(rule.min_deal_value, rule.currency_code)} – ${money(rule.max_deal_value, rule.currency_code)}` : null],
      [t("rule.valid"), rule.valid_from || rule.valid_until ? `${day(rule.valid_from)} – ${day(rule.valid_until)}` : null],
    ]} /><h2>${t("rule.when")}</h2><${Facts} list=${[
      [t("rule.target"), capital(words(rule.payment_target))],
      [t("rule.hold"), number(rule.hold_days)],
      [t("rule.cycle"), capital(words(rule.payout_cycle))],
      [t("rule.minimum"), money(rule.minimum_payout, rule.currency_code)],
      [t("rule.clawback"), number(rule.clawback_days)],
    ]} /><p class="muted small">${t("partner.added", { day: day(rule.created_at), version: rule.version })}</p></aside></div>`;
}

/** When the payments of an entry begin, and how many there are. */
const beginOf = ({ trigger, calculation }, stages) => [
  trigger?.stage_uuid && `${t("rule.trigger")}: ${find(stages, trigger.stage_uuid)?.label ?? t("common.unknown")}`,
  calculation.occurrences && `${t("rule.times")}: ${number(calculation.occurrences)}`,
].filter(Boolean).join(" · ");
