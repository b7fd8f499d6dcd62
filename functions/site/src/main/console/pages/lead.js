import { remove } from "../base/api.js";
import { useBusy } from "../base/busy.js";
import { find, options, people, personOf, usePartnerNames, useConfig } from "../base/config.js";
import { ago, capital, country, day, daysLeft, fullName, money, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href, route } from "../base/router.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { confirm } from "../ui/dialog.js";
import { customFacts, customInputs, editRecord } from "../ui/edit.js";
import { Menu } from "../ui/menu.js";
import { Notes } from "../ui/notes.js";
import { Button, Card, Crumbs, Facts, Owner, Pill, Swatch } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { Failed, Skeleton } from "../ui/states.js";
import { Tabs } from "../ui/tabs.js";
import { sayFailure } from "../ui/toast.js";
import { KnownElsewhere, leadInputs, NamedPartner, nameOfLead, PartnerLink, STATES_OF_LEAD } from "./leadforms.js";
import { approveFor, convert, extend, register, reject, withdraw } from "./leadsteps.js";
import { DealsBelow } from "./partnertabs.js";

export function Lead({ uuid }) {
  const path = "/leads/" + uuid;
  const { params } = useStore(route);
  const config = useConfig("stages", "tags", "users", "custom-fields");
  const { data: lead, failure, load, put } = useRecord(path, "lead", uuid);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!lead) return html`<${Skeleton} />`;
  const writes = may("write", "leads");
  const isOpen = lead.status !== "converted" && lead.status !== "lost";
  const edit = () => editRecord({ title: t("lead.edit"), path, record: lead, done: put, fields: [...leadInputs(lead.partner_name), ...steeringInputs(config, lead), ...customInputs(config.fields, "lead")] });
  const drop = () => confirm({ title: t("lead.remove"), text: nameOfLead(lead), action: t("common.remove"), run: async () => {
    await remove(path);
    go("leads");
  } });
  return html`<${Crumbs} list=${[[t("lead.title"), "leads"]]} here=${nameOfLead(lead)} />
    <header class="head"><div class="titled"><h1 tabindex="-1">${nameOfLead(lead)}</h1><${Pill} value=${lead.status} /></div>
      ${writes && html`<div class="actions"><${Button} mark="edit" data-edit onClick=${edit}>${t("common.edit")}<//>
        ${isOpen && may("write", "deals") && html`<${Button} kind="primary" mark="deals" onClick=${() => convert(lead, config.stages)}>${t("lead.convert")}<//>`}
        <${Menu} label=${t("common.more")} mark="dots" end entries=${[{ text: t("lead.remove"), mark: "trash", danger: true, run: drop }]} /></div>`}</header>
    ${lead.description && html`<p class="lead">${lead.description}</p>`}
    <div class="split"><div class="stack"><${Registration} lead=${lead} put=${put} writes=${writes} />
      <${Tabs} label=${nameOfLead(lead)} chosen=${params.tab} tabs=${[
        { name: "activity", text: t("partner.activity"), draw: () => html`<${Activity} uuid=${uuid} />` },
        { name: "deals", text: t("lead.deals"), count: lead.deal_count, draw: () => html`<${DealsBelow} path=${path + "/deals"} />` },
        { name: "known", text: t("lead.conflicts"), draw: () => html`<${KnownElsewhere} lead=${lead} />` },
        { name: "notes", text: t("partner.notes"), count: lead.note_count, draw: () => html`<${Notes} resource="leads" uuid=${uuid} />` },
      ]} /></div><${Details} lead=${lead} config=${config} /></div>`;
}

const steeringInputs = ({ users, tags }, lead) => [
  ...(lead.status === "converted" ? [] : [{ name: "status", label: t("lead.status"), type: "select", required: true, options: STATES_OF_LEAD.filter(([status]) => status !== "converted"), half: true }]),
  { name: "lost_reason", label: t("lead.lostReason"), half: true },
  { name: "assigned_user_uuids", label: t("lead.owner"), type: "multi", options: people(users) },
  { name: "tag_uuids", label: t("lead.tags"), type: "multi", options: options(tags.filter((tag) => tag.association === "lead")) },
];

function Registration({ lead, put, writes }) {
  const { status, partner_uuid, submitted_at, decided_at, protected_until, reason } = lead.registration;
  const [busy, once] = useBusy();
  const run = (step) => once(() => step(lead).then(put, sayFailure));
  const isFree = ["none", "rejected", "withdrawn", "expired"].includes(status);
  const canRegister = lead.partner_uuid && lead.domain;
  return html`<${Card} title=${t("lead.registration")} actions=${writes && html`
      ${isFree && canRegister && html`<${Button} busy=${busy} onClick=${() => run(register)}>${t("lead.register")}<//>`}
      ${status === "pending" && html`<${Button} mark="close" onClick=${() => reject(lead, put)}>${t("lead.reject")}<//><${Button} kind="primary" mark="check" onClick=${() => approveFor(lead, put)}>${t("lead.approve")}<//>`}
      ${status === "approved" && html`<${Button} onClick=${() => extend(lead, put)}>${t("lead.extend")}<//>`}
      ${(status === "approved" || status === "pending") && html`<${Button} busy=${busy} onClick=${() => run(withdraw)}>${t("lead.withdraw")}<//>`}`}>
    <p class="line">${status === "none" ? html`<span class="muted">${canRegister ? t("lead.noRegistration") : t("lead.needs")}</span>` : html`<${Pill} value=${status} />`}
      ${partner_uuid && html`<span>${t("lead.by")} <${Registrant} lead=${lead} uuid=${partner_uuid} /></span>`}
      ${status === "approved" && html`<b>${t("lead.left", { n: daysLeft(protected_until) })}</b> <span class="muted">${t("lead.until", { day: day(protected_until) })}</span>`}
      ${submitted_at && html`<span class="muted">${t("lead.submitted", { when: ago(submitted_at) })}</span>`}
      ${decided_at && html`<span class="muted">${t("lead.decided", { when: ago(decided_at) })}</span>`}</p>
    ${reason && html`<p>${reason}</p>`}
  <//>`;
}

/** Who registered the lead: it keeps its registration when it goes to another partner. */
const Registrant = ({ lead, uuid }) => (uuid === lead.partner_uuid ? html`<${PartnerLink} record=${lead} />` : html`<${NamedPartner} uuid=${uuid} />`);

function Details({ lead, config }) {
  const names = usePartnerNames(lead.attributions.map(({ partner_uuid }) => partner_uuid).filter((uuid) => uuid !== lead.partner_uuid));
  const own = customFacts(config.fields, "lead", lead);
  return html`<aside class="card details"><h2>${t("lead.details")}</h2><${Facts} list=${[
    [t("lead.partner"), html`<${PartnerLink} record=${lead} />`],
    [t("lead.value"), money(lead.estimated_value, lead.currency_code)],
    [t("lead.source"), capital(words(lead.source))],
    [t("lead.direction"), capital(words(lead.direction))],
    [t("lead.owner"), html`<${Owner} name=${personOf(config.users, lead.assigned_user_uuids)} />`],
    lead.lost_reason && [t("lead.lostReason"), lead.lost_reason],
    [t("lead.tags"), lead.tag_uuids.length ? html`<span class="chips">${lead.tag_uuids.map((tag) => html`<${Swatch} pill record=${find(config.tags, tag) ?? { label: t("common.unknown") }} />`)}</span>` : null],
  ]} /><h2>${t("lead.contact")}</h2><${Facts} list=${[
    [t("lead.person"), fullName(lead) || null],
    [t("lead.email"), lead.email && html`<a href=${"mailto:" + lead.email}>${lead.email}</a>`],
    [t("lead.domain"), lead.domain],
    [t("lead.phone"), lead.phone_number],
    [t("lead.country"), lead.country_code && country(lead.country_code)],
  ]} />
  ${lead.attributions.length > 0 && html`<h2>${t("lead.attributions")}</h2><${Facts} list=${lead.attributions.map(({ partner_uuid, role }) => [capital(words(role)),
    html`<a href=${href("partners/" + partner_uuid)}>${partner_uuid === lead.partner_uuid ? lead.partner_name : names[partner_uuid] ?? t("common.open")}</a>`])} />`}
  ${own.length > 0 && html`<h2>${t("partner.fields")}</h2><${Facts} list=${own} />`}
  <p class="muted small">${t("partner.added", { day: day(lead.created_at), version: lead.version })}</p></aside>`;
}
