import { ago, capital, words, wholeMoment } from "../base/format.js";
import { html } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { t } from "../texts.js";
import { Change, visible } from "../ui/activity.js";
import { ListPage } from "../ui/list.js";
import { Pill } from "../ui/parts.js";

const RESOURCES = ["partner", "contact", "user", "lead", "deal", "note", "payment", "commission_rule", "stage", "tier", "tag", "category", "custom_field", "company", "api_key", "webhook_endpoint", "crm_connection"];
const ACTIONS_OF = { created: "ok", updated: "info", deleted: "bad" };

/** Who changed what, with the values before and after. */
export function Audit() {
  const spec = {
    title: t("frame.audit"), path: "/audit-log", route: "audit", group: "audit-log", mark: "audit", empty: t("audit.empty"),
    filters: [
      { name: "resource", text: t("audit.resource"), options: RESOURCES.map((name) => [name, capital(words(name))]) },
      { name: "action", text: t("audit.action"), options: Object.keys(ACTIONS_OF).map((name) => [name, capital(words(name))]) },
    ],
    columns: [
      { name: "what", text: t("audit.record"), draw: (entry) => html`<span class="two"><b>${capital(words(entry.resource))}</b><small>${linkOf(entry.resource, entry.record_uuid) && entry.action !== "deleted"
        ? html`<a href=${linkOf(entry.resource, entry.record_uuid)}>${t("common.open")}</a>` : html`<code>${entry.record_uuid.slice(-8)}</code>`}</small></span>` },
      { name: "action", text: t("audit.action"), draw: ({ action }) => html`<${Pill} as=${ACTIONS_OF[action]} text=${capital(words(action))} />` },
      { name: "changes", text: t("audit.changes"), mid: true, draw: ({ action, changes }) => html`<${Changes} action=${action} changes=${changes} />` },
      { name: "actor", text: t("audit.who"), wide: true, draw: ({ actor }) => actor?.label ?? "–" },
      { name: "when", text: t("hook.when"), wide: true, draw: ({ created_at, request_id }) => html`<time class="muted" title=${`${wholeMoment(created_at)} ${request_id}`}>${ago(created_at)}</time>` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}

function Changes({ action, changes }) {
  const list = visible(changes);
  if (action !== "updated") return html`<span class="muted">${t("audit.fields", { n: list.length })}</span>`;
  return html`${list.slice(0, 3).map(([field, change]) => html`<p class="change" key=${field}><${Change} field=${field} change=${change} /></p>`)}${list.length > 3 && html`<small>+${list.length - 3}</small>`}`;
}
