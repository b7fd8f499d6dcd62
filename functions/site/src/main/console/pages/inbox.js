import { useLive } from "../base/feed.js";
import { ago, day, money, number } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { Button, Card, PageHead, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { say, sayFailure } from "../ui/toast.js";
import { PartnerLink } from "./leadforms.js";
import { nameOfLead } from "./leads.js";
import { approve, reject } from "./leadsteps.js";
import { approveAll, moveTo } from "./paymentsteps.js";

/** What waits for a decision. */
export function Inbox() {
  const isAdmin = may("read", "webhooks");
  const leads = useQuery("/leads", { registration_status: "pending", pageSize: 25, sort: "created_at" });
  const payments = useQuery("/payments", { status: "pending", pageSize: 25, sort: "due_date" });
  const conflicts = useQuery(isAdmin ? "/crm-conflicts" : null, { status: "open", pageSize: 10 });
  const endpoints = useQuery(isAdmin ? "/webhook-endpoints" : null, { pageSize: 50 });
  useLive(["lead.registered", "lead.approved", "lead.rejected", "lead.withdrawn"], ({ type, record }) => (type === "lead.registered" ? leads.load() : drop(leads, record.uuid)), leads.load);
  useLive(["payment.*"], ({ type, record, object }) => {
    if (type === "payment.created") payments.load();
    else if (object && object.status !== "pending") drop(payments, record.uuid);
  }, payments.load);
  const failing = (endpoints.data?.data ?? []).filter((endpoint) => endpoint.failing_since || (endpoint.status === "disabled" && endpoint.disabled_reason));
  const open = conflicts.data?.data ?? [];
  const isLoading = !leads.data && !leads.failure;
  const count = (leads.data?.meta["record-count"] ?? 0) + (payments.data?.meta["record-count"] ?? 0) + open.length + failing.length;
  return html`<${PageHead} title=${t("frame.inbox")} count=${isLoading ? undefined : number(count)} />
    ${isLoading && html`<${Skeleton} />`}
    ${leads.failure && html`<${Failed} failure=${leads.failure} retry=${leads.load} />`}
    ${!isLoading && !leads.failure && count === 0 && html`<${Empty} mark="ok" title=${t("inbox.nothing")} text=${t("inbox.nothingText")} />`}
    <div class="stack">
      ${leads.data?.data.length > 0 && html`<${Registrations} list=${leads} />`}
      ${payments.data?.data.length > 0 && html`<${ToApprove} list=${payments} />`}
      ${open.length > 0 && html`<${Card} title=${t("inbox.conflicts")}><ul class="rows">${open.map((conflict) => html`<li key=${conflict.uuid}><span class="two"><a href=${href("crm/" + conflict.connection_uuid)}><b>${conflict.message}</b></a></span><${Pill} value="conflict" /></li>`)}</ul><//>`}
      ${failing.length > 0 && html`<${Card} title=${t("inbox.failing")}><ul class="rows">${failing.map((endpoint) => html`<li key=${endpoint.uuid}><span class="two"><a href=${href("webhooks/" + endpoint.uuid)}><b>${endpoint.description || endpoint.url}</b></a>
        <small>${endpoint.failing_since ? t("inbox.since", { when: ago(endpoint.failing_since) }) : endpoint.disabled_reason}</small></span><${Pill} value="failing" /></li>`)}</ul><//>`}
    </div>`;
}

const drop = (list, uuid) => list.change((page) => page && { data: page.data.filter((record) => record.uuid !== uuid),
  meta: { ...page.meta, "record-count": page.meta["record-count"] - (page.data.some((record) => record.uuid === uuid) ? 1 : 0) } });

/** A approves and R rejects what has the focus. */
const keysOf = (yes, no) => (event) => {
  if (event.target.closest("button,input,textarea") || event.ctrlKey || event.metaKey) return;
  if (event.key === "a") yes();
  if (event.key === "r") no();
};

function Registrations({ list }) {
  const writes = may("write", "leads");
  const accept = async (lead) => {
    try {
      await approve(lead);
      drop(list, lead.uuid);
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const refuse = (lead) => reject(lead, () => drop(list, lead.uuid));
  return html`<${Card} title=${t("inbox.registrations")}><ul class="rows">${list.data.data.map((lead) => html`<li key=${lead.uuid} onKeyDown=${writes && keysOf(() => accept(lead), () => refuse(lead))}>
    <span class="two"><a class="rowlink plainlink" href=${href("leads/" + lead.uuid)}><b>${nameOfLead(lead)}</b></a><small>${lead.domain} · <${PartnerLink} record=${lead} /> · ${t("lead.submitted", { when: ago(lead.registration.submitted_at) })}</small></span>
    <b class="value">${money(lead.estimated_value, lead.currency_code)}</b>
    ${writes && html`<span class="actions"><${Button} small mark="close" aria-label=${`${t("lead.reject")} ${nameOfLead(lead)}`} onClick=${() => refuse(lead)}>${t("lead.reject")}<//>
      <${Button} small mark="check" aria-label=${`${t("lead.approve")} ${nameOfLead(lead)}`} onClick=${() => accept(lead)}>${t("lead.approve")}<//></span>`}</li>`)}</ul><//>`;
}

function ToApprove({ list }) {
  const [busy, setBusy] = useState(false);
  const writes = may("write", "commissions");
  const accept = async (payment) => {
    if (await moveTo(payment, "approved")) drop(list, payment.uuid);
  };
  const acceptAll = async () => {
    setBusy(true);
    const rows = list.data.data;
    const done = await approveAll(rows, (after) => drop(list, after.uuid));
    say(t("payment.approvedAll", { n: done, all: rows.length }));
    setBusy(false);
  };
  const rows = list.data.data;
  return html`<${Card} title=${t("inbox.payments")} actions=${writes && rows.length > 1 && html`<${Button} small busy=${busy} onClick=${acceptAll}>${t("inbox.all", { n: rows.length })}<//>`}>
    <ul class="rows">${rows.map((payment) => html`<li key=${payment.uuid} onKeyDown=${writes && keysOf(() => accept(payment), () => {})}>
    <span class="two"><a class="rowlink plainlink" href=${href("payments/" + payment.uuid)}><b>${payment.partner_name ?? payment.label ?? t("payment.recipient")}</b></a><small>${payment.label} · ${t("payment.due")} ${day(payment.due_date)}</small></span>
    <b class="value">${money(payment.payment_value, payment.currency_code)}</b>
    ${writes && html`<span class="actions"><${Button} small mark="check" aria-label=${`${t("payment.approve")} ${payment.partner_name ?? ""} ${money(payment.payment_value, payment.currency_code)}`}
      onClick=${() => accept(payment)}>${t("payment.approve")}<//></span>`}</li>`)}</ul><//>`;
}
