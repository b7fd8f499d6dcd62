import { capital, money, number, percent, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { ListPage } from "../ui/list.js";
import { Pill } from "../ui/parts.js";
import { newRule } from "./ruleforms.js";
import { TYPES_OF_PARTNER } from "./partners.js";

/** What an entry of a rule pays, in a few words. */
export function payOf({ calculation }, rule) {
  const part = calculation.type === "split" ? calculation.split?.one_off ?? calculation.split?.recurring ?? {} : calculation;
  const amount = part.option === "percentage" ? percent(part.value) : part.option === "fixed" ? money(part.value, rule.currency_code ?? undefined) : capital(words(part.option));
  return `${amount} · ${words(calculation.type)}${calculation.period ? `, ${t("rule.every", { period: words(calculation.period) })}` : ""}`;
}

const paysOf = (rule) => payOf(rule.entries[0], rule) + (rule.entries.length > 1 ? ` +${number(rule.entries.length - 1)}` : "");

/** Which deals a rule is for. */
export const scopeOf = (rule) => [
  rule.partner_uuids.length > 0 && t("rule.partners", { n: rule.partner_uuids.length }),
  rule.tier_uuids.length > 0 && t("rule.tiers", { n: rule.tier_uuids.length }),
  rule.category_uuids.length > 0 && t("rule.categories", { n: rule.category_uuids.length }),
].filter(Boolean).join(", ") || t("rule.everyone");

const rank = (rule) => (rule.partner_uuids.length ? 0 : rule.tier_uuids.length && rule.category_uuids.length ? 1 : rule.tier_uuids.length ? 2 : rule.category_uuids.length ? 3 : 4);

export function Rules() {
  const spec = {
    title: t("frame.rules"), path: "/commission-rules", route: "rules", type: "commission_rule", group: "commission-rules", search: t("rule.search"), mark: "rules",
    empty: t("rule.empty"), emptyText: t("rule.emptyText"), createText: t("rule.create"), link: ({ uuid }) => href("rules/" + uuid), create: () => newRule(), order: (a, b) => rank(a) - rank(b),
    filters: [{ name: "partner_type", text: t("partner.type"), options: TYPES_OF_PARTNER }],
    columns: [
      { name: "label", text: t("rule.rule"), draw: (rule) => html`<span class="two"><b>${rule.label}</b><small>${t("deal.version", { n: rule.version })}</small></span>` },
      { name: "type", text: t("partner.type"), draw: ({ partner_type }) => capital(words(partner_type)) },
      { name: "for", text: t("rule.for"), wide: true, draw: scopeOf },
      { name: "pays", text: t("rule.pays"), mid: true, draw: paysOf },
      { name: "target", text: t("rule.target"), wide: true, draw: ({ payment_target }) => capital(words(payment_target)) },
      { name: "bonus", text: t("rule.kind"), wide: true, draw: ({ bonus }) => html`<${Pill} as=${bonus ? "info" : "idle"} text=${bonus ? t("rule.bonus") : t("rule.base")} />` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}
