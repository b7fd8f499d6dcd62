import { patch } from "../base/api.js";
import { useBusy } from "../base/busy.js";
import { people, personOf, useConfig } from "../base/config.js";
import { useLive } from "../base/feed.js";
import { ago, day, money, number } from "../base/format.js";
import { useKept } from "../base/kept.js";
import { html } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { putInto, useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { isKnown } from "../base/seen.js";
import { may, session } from "../base/session.js";
import { t } from "../texts.js";
import { singleKeys } from "../frame/keys.js";
import { useChosen } from "../ui/bulk.js";
import { update } from "../ui/edit.js";
import { Menu } from "../ui/menu.js";
import { Button, Card, PageHead, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { say, sayFailure } from "../ui/toast.js";
import { nameOfLead, PartnerLink } from "./leadforms.js";
import { approve, approveLeads, reject, rejectAll } from "./leadsteps.js";
import { moveAll, moveTo } from "./paymentsteps.js";

/** What waits for a decision. */
export function Inbox() {
  const isAdmin = may("read", "webhook-endpoints");
  const leads = useQuery(may("read", "leads") ? "/leads" : null, { registration_status: "pending", pageSize: 25, sort: "created_at" });
  const payments = useQuery(may("read", "payments") ? "/payments" : null, { status: "pending", pageSize: 25, sort: "due_date" });
  const conflicts = useKept(isAdmin ? "/crm-conflicts" : null, { status: "open", pageSize: 10 }, ["crm_conflict.*"]);
  const endpoints = useKept(isAdmin ? "/webhook-endpoints" : null, { pageSize: 50 }, ["webhook_endpoint.*"]);
  const person = session.get().api_key.user_uuid;
  const mentions = useKept(person ? "/notifications" : null, { user_uuid: person, type: "mentioned", unread: "true", pageSize: 10 }, ["notification.*"]);
  useLive(["lead.registered", "lead.approved", "lead.rejected", "lead.withdrawn", "lead.deleted"], (event) => follow(leads, event, event.type === "lead.registered"), leads);
  useLive(["payment.*"], (event) => follow(payments, event, !event.type.endsWith(".deleted") && (event.object?.status ?? "pending") === "pending"), payments);
  const failing = (endpoints.data?.data ?? []).filter((endpoint) => endpoint.failing_since || (endpoint.status === "disabled" && endpoint.disabled_reason));
  const open = conflicts.data?.data ?? [];
  const parts = [leads, payments, mentions, conflicts, endpoints];
  const failed = parts.filter(({ failure }) => failure);
  const isLoading = parts.some(({ data, busy }) => busy && !data);
  const count = countOf(leads) + countOf(payments) + countOf(mentions) + countOf(conflicts) + failing.length;
  return html`<${PageHead} title=${t("frame.inbox")} count=${isLoading ? undefined : number(count)} />
    ${isLoading && html`<${Skeleton} />`}
    ${failed.length > 0 && html`<${Failed} failure=${failed[0].failure} retry=${() => failed.forEach(({ load }) => load())} />`}
    ${!isLoading && failed.length === 0 && count === 0 && html`<${Empty} mark="ok" title=${t("inbox.nothing")} text=${t("inbox.nothingText")} />`}
    <div class="stack">
      ${rowsOf(leads).length > 0 && html`<${Registrations} list=${leads} />`}<${Rest} list=${leads} path="leads" filter=${{ registration_status: "pending", sort: "created_at" }} />
      ${rowsOf(payments).length > 0 && html`<${ToApprove} list=${payments} />`}<${Rest} list=${payments} path="payments" filter=${{ status: "pending" }} />
      ${rowsOf(mentions).length > 0 && html`<${Mentions} list=${mentions} />`}
      ${open.length > 0 && html`<${Card} title=${t("inbox.conflicts")}><ul class="rows">${open.map((conflict) => html`<li key=${conflict.uuid}><span class="two"><a href=${href("crm/" + conflict.connection_uuid)}><b>${conflict.message}</b></a></span><${Pill} value="conflict" /></li>`)}</ul><//>`}
      ${failing.length > 0 && html`<${Card} title=${t("inbox.failing")}><ul class="rows">${failing.map((endpoint) => html`<li key=${endpoint.uuid}><span class="two"><a href=${href("webhooks/" + endpoint.uuid)}><b>${endpoint.description || endpoint.url}</b></a>
        <small>${endpoint.failing_since ? t("inbox.since", { when: ago(endpoint.failing_since) }) : endpoint.disabled_reason}</small></span><${Pill} value="failing" /></li>`)}</ul><//>`}
    </div>`;
}

// A list that was read at the same moment may still have what was just decided.
const decided = new Set();
const turnOf = ({ uuid, registration }) => uuid + (registration?.submitted_at ?? "");

const rowsOf = (list) => (list.data?.data ?? []).filter((row) => !decided.has(turnOf(row)));
const countOf = (list) => (list.data?.meta["record-count"] ?? 0) - ((list.data?.data.length ?? 0) - rowsOf(list).length);

/** The way to what waits beyond the rows that are shown. */
const Rest = ({ list, path, filter }) => countOf(list) > rowsOf(list).length && html`<p class="line"><a href=${href(path, filter)}>${t("inbox.rest", { n: number(countOf(list)) })}</a></p>`;

/** What waits comes into a list by a request, since the API knows its order, and goes without one. */
function follow(list, event, isWaiting) {
  const { type, record, object } = event;
  if (!isWaiting) drop(list, record);
  else if (isKnown(list.data, event) || decided.has(turnOf(object ?? record))) return;
  else if (type === "payment.created" || type === "lead.registered") list.loadSoon();
  else if (object) putInto(list, object);
}

/** Takes out a row that was decided, unless it has changed since. */
function drop(list, { uuid, version }) {
  list.change((page) => {
    const row = page?.data.find((one) => one.uuid === uuid);
    if (!row || row.version > version) return page;
    decided.add(turnOf(row));
    return { data: page.data.filter((one) => one !== row), meta: { ...page.meta, "record-count": page.meta["record-count"] - 1 } };
  });
}

/** A approves and R rejects what has the focus. */
const keysOf = (acts, run) => (event) => {
  if (event.target.closest("button,input,textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = singleKeys.get() && acts.find(({ key }) => key === event.key);
  if (act) run(act);
};

function Mentions({ list }) {
  const read = (note) => patch("/notifications/" + note.uuid, { read: true }).then(() => drop(list, note), sayFailure);
  return html`<${Card} title=${t("inbox.mentions")}><ul class="rows">${rowsOf(list).map((note) => html`<li key=${note.uuid}>
    <span class="two"><a class="rowlink plainlink" href=${linkOf(note.record.type, note.record.uuid) + "?tab=notes"} onClick=${() => read(note)}><b>${note.text}</b></a><small>${note.record.label} · ${note.actor?.label} · ${ago(note.created_at)}</small></span>
    <${Button} small kind="quiet" onClick=${() => read(note)}>${t("note.markRead")}<//></li>`)}</ul><//>`;
}

/** Rows that are decided one by one or several at once. An act has a key, texts, and what it does with one and with several. */
function Decisions({ title, rows, writes, name, draw, acts }) {
  const { chosen, busy, toggle, choose, run } = useChosen();
  const picked = rows.filter(({ uuid }) => chosen.has(uuid));
  const toggleAll = () => choose(picked.length === rows.length ? [] : rows);
  const bar = writes && rows.length > 1 && html`<label class="inlinecheck"><input type="checkbox" checked=${picked.length === rows.length} onChange=${toggleAll} />${t("inbox.chooseAll")}</label>
    ${picked.length > 0 && acts.map(({ key, text, mark, several }) => html`<${Button} key=${key} small mark=${mark} busy=${busy} onClick=${() => run(() => several(picked))}>${t(text, { n: picked.length })}<//>`)}`;
  const box = (row) => writes && rows.length > 1 && html`<input type="checkbox" aria-label=${t("table.selectOne", { name: name(row) })} checked=${chosen.has(row.uuid)} onChange=${() => toggle(row.uuid)} />`;
  return html`<${Card} title=${title} actions=${bar}><ul class="rows">${rows.map((row) => html`<${Decision} key=${row.uuid} row=${row} acts=${writes ? acts : []}>${box(row)}${draw(row)}<//>`)}</ul><//>`;
}

/** A row with its acts. While one of them runs, none begins. */
function Decision({ row, acts, children }) {
  const [busy, once] = useBusy();
  const run = (act) => once(() => act.run(row));
  return html`<li onKeyDown=${keysOf(acts, run)}>${children}
    ${acts.length > 0 && html`<span class="actions">${acts.map((act) => html`<${Button} key=${act.key} small mark=${act.mark} busy=${busy} aria-label=${`${t(act.one)} ${act.label(row)}`} onClick=${() => run(act)}>${t(act.one)}<//>`)}</span>`}</li>`;
}

function Registrations({ list }) {
  const { users } = useConfig("users");
  const assign = async (lead, uuid, owner) => {
    try {
      const after = await update("/leads/" + lead.uuid, lead, { assigned_user_uuids: [uuid] });
      putInto(list, after);
      say(t("inbox.assigned", { name: nameOfLead(lead), owner }));
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const gone = (lead) => drop(list, lead);
  const approveOne = (lead) => approve(lead).then(gone, sayFailure);
  const acts = [
    { key: "r", one: "lead.reject", text: "inbox.rejectAll", mark: "close", label: nameOfLead, run: (lead) => reject(lead, gone), several: (leads) => rejectAll(leads, gone) },
    { key: "a", one: "lead.approve", text: "inbox.all", mark: "check", label: nameOfLead, run: approveOne, several: (leads) => approveLeads(leads, gone) },
  ];
  return html`<${Decisions} title=${t("inbox.registrations")} rows=${rowsOf(list)} writes=${may("write", "leads")} name=${nameOfLead} acts=${acts} draw=${(lead) => html`
    <span class="two"><a class="rowlink plainlink" href=${href("leads/" + lead.uuid)}><b>${nameOfLead(lead)}</b></a><small>${lead.domain} · <${PartnerLink} record=${lead} /> · ${t("lead.submitted", { when: ago(lead.registration.submitted_at) })}</small></span>
    <b class="value">${money(lead.estimated_value, lead.currency_code)}</b>
    ${may("write", "leads") && html`<${Menu} kind="plain small" end label=${`${t("inbox.assign")} ${nameOfLead(lead)}`} text=${personOf(users, lead.assigned_user_uuids) || t("inbox.assign")}
      entries=${people(users).map(([uuid, text]) => ({ key: uuid, text, checked: lead.assigned_user_uuids.includes(uuid), run: () => assign(lead, uuid, text) }))} />`}`} />`;
}

function ToApprove({ list }) {
  const label = (payment) => `${payment.partner_name ?? ""} ${money(payment.payment_value, payment.currency_code)}`;
  const accept = async (payment) => {
    const after = await moveTo(payment, "approved");
    if (after) drop(list, after);
  };
  const acceptAll = (payments) => moveAll(payments, "approved", (after) => drop(list, after));
  return html`<${Decisions} title=${t("inbox.payments")} rows=${rowsOf(list)} writes=${may("write", "payments")} name=${label} acts=${[{ key: "a", one: "payment.approve", text: "inbox.all", mark: "check", label, run: accept, several: acceptAll }]} draw=${(payment) => html`
    <span class="two"><a class="rowlink plainlink" href=${href("payments/" + payment.uuid)}><b>${payment.partner_name ?? payment.label ?? t("payment.recipient")}</b></a><small>${payment.label} · ${t("payment.due")} ${day(payment.due_date)}</small></span>
    <b class="value">${money(payment.payment_value, payment.currency_code)}</b>`} />`;
}
