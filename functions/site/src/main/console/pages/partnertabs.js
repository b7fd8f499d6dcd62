import { post } from "../base/api.js";
import { find, useConfig } from "../base/config.js";
import { ago, capital, day, fullName, money, number, words } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { useQuery, useUntil } from "../base/query.js";
import { href } from "../base/router.js";
import { may, session } from "../base/session.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { FormDialog } from "../ui/form.js";
import { NewRows, useRecords } from "../ui/list.js";
import { Avatar, Button, Pill, Stage } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { Pager, Table } from "../ui/table.js";
import { contactInputs } from "./contactforms.js";
import { Balance } from "./statement.js";

/** A list below a record, with its own pages. It is read again while a row is pending that makes no events. */
export function Below({ path, type, columns, label, empty, mark, link, children, base, isPending }) {
  const [page, setPage] = useState(1);
  const list = useRecords({ path, type, params: { page }, base, size: 10 });
  const pending = isPending ? list.rows.filter(isPending).map(({ uuid }) => uuid) : [];
  useUntil(pending.length === 0, pending.join(), list.load);
  if (list.failure) return html`<${Failed} failure=${list.failure} retry=${list.load} />`;
  if (!list.data) return html`<${Skeleton} rows=${4} />`;
  return html`${children?.(list)}<${NewRows} list=${list} />
    ${list.rows.length === 0 && page === 1 ? html`<${Empty} mark=${mark} title=${empty} />`
      : html`<${Table} label=${label} columns=${columns} rows=${list.rows} link=${link} busy=${list.busy} fresh=${list.fresh} />
        <${Pager} meta=${list.meta} onPage=${setPage} />`}`;
}

export function Contacts({ partner }) {
  const config = useConfig("tags", "custom-fields");
  const create = (list) => open((close) => html`<${FormDialog} title=${t("partner.newContact")} close=${close} action=${t("common.create")}
    fields=${contactInputs(config)}
    save=${async (body) => {
      await post("/contacts", { ...body, partner_uuid: partner.uuid });
      list.load();
    }} />`);
  const columns = [
    { name: "name", text: t("partner.name"), draw: (contact) => html`<span class="who"><${Avatar} name=${fullName(contact)} round /><span><b>${fullName(contact)}</b><small>${contact.position}</small></span></span>` },
    { name: "email", text: t("partner.email"), draw: ({ email }) => email },
    { name: "phone", text: t("partner.phone"), wide: true, draw: ({ phone_number }) => phone_number ?? "–" },
  ];
  return html`<${Below} path=${`/partners/${partner.uuid}/contacts`} type="contact" columns=${columns} label=${t("partner.contacts")} empty=${t("partner.noContacts")} mark="user" link=${(contact) => href("contacts/" + contact.uuid)}>
    ${(list) => may("write", "contacts") && html`<div class="tabactions"><${Button} small mark="plus" onClick=${() => create(list)}>${t("partner.newContact")}<//></div>`}<//>`;
}

export const Users = ({ partner }) => html`<${Below} path=${`/partners/${partner.uuid}/users`} type="user" label=${t("partner.users")} empty=${t("partner.noUsers")} mark="user" columns=${[
  { name: "name", text: t("partner.name"), draw: (user) => html`<span class="who"><${Avatar} name=${fullName(user)} round /><span><b>${fullName(user)}</b><small>${user.email}</small></span></span>` },
  { name: "role", text: t("partner.role"), draw: ({ role }) => capital(words(role)) },
  { name: "status", text: t("partner.status"), draw: ({ status }) => html`<${Pill} value=${status} />` },
]} />`;

export const LeadsBelow = ({ uuid }) => html`<${Below} path=${`/partners/${uuid}/leads`} type="lead" label=${t("partner.leads")} empty=${t("lead.empty")} mark="leads" link=${(lead) => href("leads/" + lead.uuid)} columns=${[
  { name: "company", text: t("lead.company"), draw: (lead) => html`<b>${lead.company_name ?? lead.email}</b>` },
  { name: "status", text: t("lead.status"), draw: ({ status }) => html`<${Pill} value=${status} />` },
  { name: "value", text: t("lead.value"), right: true, draw: ({ estimated_value, currency_code }) => money(estimated_value, currency_code) },
  { name: "created", text: t("lead.created"), wide: true, draw: ({ created_at }) => ago(created_at) },
]} />`;

export function DealsBelow({ uuid, path }) {
  const { stages } = useConfig("stages");
  return html`<${Below} path=${path ?? `/partners/${uuid}/deals`} type="deal" label=${t("partner.deals")} empty=${t("deal.empty")} mark="deals" link=${(deal) => href("deals/" + deal.uuid)} columns=${[
    { name: "label", text: t("deal.deal"), draw: ({ label }) => html`<b>${label}</b>` },
    { name: "stage", text: t("deal.stage"), draw: ({ stage_uuid }) => html`<${Stage} stage=${find(stages, stage_uuid)} />` },
    { name: "value", text: t("deal.value"), right: true, draw: ({ deal_value, currency_code }) => money(deal_value, currency_code) },
  ]} />`;
}

export const paymentColumns = () => [
  { name: "due", text: t("payment.due"), draw: (payment) => html`<b>${day(payment.due_date)}</b>` },
  { name: "category", text: t("payment.category"), wide: true, draw: ({ category }) => capital(words(category)) },
  { name: "status", text: t("payment.status"), draw: ({ status }) => html`<${Pill} value=${status} />` },
  { name: "value", text: t("payment.value"), right: true, draw: ({ payment_value, currency_code }) => money(payment_value, currency_code) },
];

export const PaymentsBelow = ({ partner }) => html`<${Balance} partner=${partner} />
  <${Below} path=${`/partners/${partner.uuid}/payments`} type="payment" label=${t("partner.payments")} empty=${t("payment.empty")} mark="payments" link=${(payment) => href("payments/" + payment.uuid)} columns=${paymentColumns()} />`;

export function Network({ uuid }) {
  const { data, failure, load } = useQuery(`/partners/${uuid}/network`);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!data) return html`<${Skeleton} rows=${4} />`;
  return data.children.length === 0 ? html`<${Empty} mark="network" title=${t("partner.noNetwork")} />` : html`<ul class="tree"><${Node} node=${data} /></ul>`;
}

const Node = ({ node }) => html`<li><a href=${href("partners/" + node.uuid)}><b>${node.name}</b></a> <span class="muted">${capital(words(node.partner_type))}
  · ${t("partner.netLeads")} ${number(node.subtree.lead_count)} · ${t("partner.netDeals")} ${number(node.subtree.deal_count)} · ${money(node.subtree.won_value, session.get().company.currency_code)}</span>
  ${node.children.length > 0 && html`<ul>${node.children.map((child) => html`<${Node} key=${child.uuid} node=${child} />`)}</ul>`}</li>`;
