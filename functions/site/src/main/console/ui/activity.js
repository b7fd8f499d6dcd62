import { find, useConfig } from "../base/config.js";
import { ago, capital, fullName, moment, money, words, wholeMoment } from "../base/format.js";
import { html } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { may } from "../base/session.js";
import { useLive } from "../base/feed.js";
import { t } from "../texts.js";
import { icon } from "./icons.js";
import { Empty, Failed, Skeleton } from "./states.js";

// What follows from other fields says nothing more.
const HIDDEN = /^(updated_at|created_at|version|uuid|stage_phase|stage_entered_at|due_event_at|\w+_count)$/;
const TIME = /^\d{4}-\d\d-\d\dT/;

/** The changes of an entry that a person wants to see. */
export const visible = (changes) => Object.entries(changes ?? {}).filter(([field]) => !HIDDEN.test(field));
const NAMED = ["stages", "tiers", "tags", "categories", "users"];
const UUID = /^[\da-f]{8}-[\da-f]{4}-/;
const MARKS = { created: "plus", deleted: "trash", updated: "edit" };

/** What happened to a record, newest first. */
export function Activity({ uuid }) {
  const isAdmin = may("read", "audit-log");
  const list = useQuery(isAdmin ? "/audit-log" : null, { record_uuid: uuid, pageSize: 20, expand: "labels" });
  // An entry has the time of its event. Events of records below this one have no entry here.
  useLive(["*"], ({ record, timestamp }) => record.uuid === uuid && !list.data?.data.some(({ created_at }) => created_at === timestamp) && list.loadSoon(), list, [uuid]);
  if (!isAdmin) return html`<${Empty} mark="key" title=${t("activity.admin")} />`;
  if (list.failure) return html`<${Failed} failure=${list.failure} retry=${list.load} />`;
  if (!list.data) return html`<${Skeleton} rows=${5} />`;
  const entries = list.data.data.filter(({ action, changes }) => action !== "updated" || visible(changes).length > 0);
  if (entries.length === 0) return html`<${Empty} mark="wait" title=${t("activity.empty")} />`;
  return html`<ol class="timeline">${entries.map((entry) => html`<${Entry} key=${entry.uuid} entry=${entry} />`)}</ol>`;
}

function Entry({ entry }) {
  const changes = visible(entry.changes);
  const isStage = changes.length === 1 && changes[0][0] === "stage_uuid";
  const title = entry.action !== "updated" ? t("activity." + entry.action) : changes.length === 1 ? t("activity.one", { field: fieldName(changes[0][0]) }) : t("activity.changed", { n: changes.length });
  return html`<li><span class="dot">${icon(isStage ? "moved" : MARKS[entry.action] ?? "edit", 14)}</span><div>
    <p><b>${title}</b> <span class="muted" title=${wholeMoment(entry.created_at)}>${t("activity.by", { name: entry.actor?.label ?? "–", when: ago(entry.created_at) })}</span></p>
    ${entry.action === "updated" && changes.slice(0, 6).map(([field, change]) => html`<p key=${field} class="change"><${Change} field=${field} change=${change} labels=${entry.labels} /></p>`)}
  </div></li>`;
}

/** One field before and after, in words. */
export function Change({ field, change, labels }) {
  const text = useLabels(labels);
  return html`<span class="muted">${fieldName(field)} ${change.before !== null && change.before !== undefined && html`${text(field, change.before)} ${icon("right", 12)}`}</span> <b>${text(field, change.after)}</b>`;
}

export const fieldName = (field) => capital(words(field.replace(/^custom_fields\./, "").replace(/_uuids?$/, "")));

/** Values in words: names in place of uuids, those of an entry of a log or those that the console knows. */
export function useLabels(labels) {
  const { stages, tiers, tags, categories, users } = useConfig(...(labels ? [] : NAMED));
  const known = (uuid) => [stages, tiers, tags, categories].map((list) => find(list, uuid)).find(Boolean)?.label ?? fullName(find(users, uuid));
  const name = (value) => (!UUID.test(value) ? value : labels ? labels[value] ?? t("common.unknown") : known(value) || value);
  const part = (value) => [labels?.[value.partner_uuid], words(value.role ?? value.label ?? value.status ?? "")].filter(Boolean).join(" · ");
  return (field, value) => {
    if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? part(one) : name(one))).join(", ") || t("common.none");
    if (value !== null && typeof value === "object") return value.status || value.label ? words(value.status ?? value.label) : JSON.stringify(value);
    if (typeof value === "string" && TIME.test(value)) return moment(value);
    if (/_value$/.test(field) && typeof value === "number") return money(value).replace(/[^\d.,\s-]/g, "");
    return typeof value === "string" && /_uuid$/.test(field) ? name(value) : typeof value === "string" && value.length > 40 ? value : words(value);
  };
}
