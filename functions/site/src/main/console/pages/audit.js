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
    title: t("frame.audit"), path: "/audit-log", route: "audit", group: "audit-log", mark: "audit", expand: "labels", empty: t("audit.empty"),
    filters: [
      { name: "resource", text: t("audit.resource"), options: RESOURCES.map((name) => [name, capital(words(name))]) },
      { name: "action", text: t("audit.action"), options: Object.keys(ACTIONS_OF).map((name) => [name, capital(words(name))]) },
    ],
    columns: [
      { name: "what", text: t("audit.record"), draw: (entry) => html`<span class="two"><${Record} entry=${entry} /><small>${capital(words(entry.resource))}</small></span>` },
      { name: "action", text: t("audit.action"), draw: ({ action }) => html`<${Pill} as=${ACTIONS_OF[action]} text=${capital(words(action))} />` },
      { name: "changes", text: t("audit.changes"), mid: true, draw: (entry) => html`<${Changes} ...${entry} />` },
      { name: "actor", text: t("audit.who"), wide: true, draw: ({ actor }) => actor?.label ?? "–" },
      { name: "when", text: t("hook.when"), wide: true, draw: ({ created_at, request_id }) => html`<time class="muted" title=${`${wholeMoment(created_at)} ${request_id}`}>${ago(created_at)}</time>` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}

/** The record by its name of now; a deleted one by its last name, or else by the end of its uuid. */
function Record({ entry: { resource, record_uuid, labels, changes } }) {
  const name = labels?.[record_uuid];
  const last = ["name", "label", "company_name", "email", "content"].map((field) => changes[field]?.before ?? changes[field]?.after).find(Boolean);
  if (name && linkOf(resource, record_uuid)) return html`<a href=${linkOf(resource, record_uuid)} data-data><b>${capital(name)}</b></a>`;
  return name || last ? html`<b data-data>${capital(String(name ?? last)).slice(0, 60)}</b>` : html`<code>${record_uuid.slice(-8)}</code>`;
}

function Changes({ action, changes, labels }) {
  const list = visible(changes);
  if (action !== "updated") return html`<span class="muted">${t("audit.fields", { n: list.length })}</span>`;
  return html`${list.slice(0, 3).map(([field, change]) => html`<p class="change" key=${field}><${Change} field=${field} change=${change} labels=${labels} /></p>`)}${list.length > 3 && html`<small>+${list.length - 3}</small>`}`;
}
