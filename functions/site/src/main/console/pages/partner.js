import { post, remove } from "../base/api.js";
import { find, ofKind, people, personOf, useConfig, usePartnerNames } from "../base/config.js";
import { capital, country, day, money, number, words } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href, route } from "../base/router.js";
import { may, session } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Activity } from "../ui/activity.js";
import { confirm, open } from "../ui/dialog.js";
import { customFacts, editRecord, update } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { Menu } from "../ui/menu.js";
import { Notes } from "../ui/notes.js";
import { Avatar, Button, Crumbs, Facts, Figures, Owner, Pill, Swatch } from "../ui/parts.js";
import { useRecord } from "../ui/record.js";
import { StageBar } from "../ui/stagebar.js";
import { Failed, Skeleton } from "../ui/states.js";
import { Tabs } from "../ui/tabs.js";
import { say, sayFailure } from "../ui/toast.js";
import { NamedPartner, newLead } from "./leadforms.js";
import { Contacts, DealsBelow, LeadsBelow, Network, PaymentsBelow, Users } from "./partnertabs.js";
import { partnerInputs } from "./partners.js";

export function Partner({ uuid }) {
  const path = "/partners/" + uuid;
  const { params } = useStore(route);
  const config = useConfig("stages", "tiers", "categories", "tags", "users", "custom-fields");
  const { data: partner, failure, load, put } = useRecord(path, "partner", uuid);
  if (failure) return html`<${Failed} failure=${failure} retry=${load} />`;
  if (!partner) return html`<${Skeleton} />`;
  const writes = may("write", "partners");
  const set = async (fields, text) => {
    const before = partner;
    put(fields);
    try {
      const after = await update(path, before, fields);
      put(after);
      const undo = async () => put(await update(path, after, Object.fromEntries(Object.keys(fields).map((field) => [field, before[field] ?? null]))).catch(sayFailure));
      say(text ?? t("common.saved"), { undo });
    } catch (caught) {
      put(before);
      sayFailure(caught);
    }
  };
  const stage = find(config.stages, partner.stage_uuid);
  return html`<${Crumbs} list=${[[t("partner.title"), "partners"]]} here=${partner.name} />
    <header class="head"><div class="titled"><${Avatar} name=${partner.name} large /><h1 tabindex="-1">${partner.name}</h1></div>
      <div class="actions">${writes && html`<${Actions} ...${{ partner, path, config, put }} />`}</div></header>
    ${partner.description && html`<p class="lead">${partner.description}</p>`}
    <${StageBar} stages=${ofKind(config.stages, "partner")} here=${partner.stage_uuid} label=${t("partner.stage")} locked=${!writes}
      pick=${(next) => set({ stage_uuid: next.uuid }, t("board.moved", { name: partner.name, stage: next.label }))} />
    <${Numbers} partner=${partner} stage=${stage} />
    <div class="split"><${Tabs} label=${partner.name} chosen=${params.tab} tabs=${tabsOf(partner, uuid)} /><${Details} ...${{ partner, config, writes, set }} /></div>`;
}

function Actions({ partner, path, config, put }) {
  const parent = usePartnerNames([partner.parent_partner_uuid])[partner.parent_partner_uuid];
  const invite = () => open((close) => html`<${FormDialog} title=${t("partner.invite")} close=${close} action=${t("partner.invite")} initial=${{ role: "partner" }}
    fields=${[{ name: "email", label: t("partner.email"), type: "email", required: true }, { name: "first_name", label: t("partner.first"), half: true }, { name: "last_name", label: t("partner.last"), half: true },
      { name: "role", label: t("partner.role"), type: "select", required: true, options: ["partner", "indirect"].map((role) => [role, capital(words(role))]) }]}
    save=${async (body) => {
      await post("/users", { ...body, partner_uuid: partner.uuid });
      put({ user_count: partner.user_count + 1 });
      say(t("common.saved"));
    }} />`);
  const drop = () => confirm({ title: t("partner.remove"), text: t("partner.removeText", { name: partner.name }), action: t("common.remove"), word: partner.name, run: async () => {
    await remove(path);
    go("partners");
  } });
  return html`<${Button} mark="edit" data-edit onClick=${() => editRecord({ title: t("partner.edit"), path, record: partner, fields: partnerInputs(config, parent), done: put })}>${t("common.edit")}<//>
    ${may("write", "users") && html`<${Button} mark="mail" onClick=${invite}>${t("partner.invite")}<//>`}
    ${may("write", "leads") && html`<${Button} kind="primary" mark="plus" data-new onClick=${() => newLead({ partner })}>${t("partner.newLead")}<//>`}
    <${Menu} label=${t("common.more")} mark="dots" end entries=${[{ text: t("partner.remove"), mark: "trash", danger: true, run: drop }]} />`;
}

const Numbers = ({ partner }) => html`<${Figures} list=${[
  { name: t("partner.won"), value: money(partner.won_value, session.get().company.currency_code), link: href("deals", { partner_uuid: partner.uuid, phase: "closed_won" }) },
  { name: t("partner.openDeals"), value: number(partner.open_deal_count), link: href("deals", { partner_uuid: partner.uuid, phase: "discovery,negotiation" }) },
  { name: t("partner.openLeads"), value: number(partner.open_lead_count), link: href("leads", { partner_uuid: partner.uuid, status: "new,contacted,qualified" }) },
  { name: t("partner.contacts"), value: number(partner.contact_count), link: href("partners/" + partner.uuid, { tab: "contacts" }) },
  { name: t("partner.users"), value: number(partner.user_count), link: href("partners/" + partner.uuid, { tab: "users" }) },
]} />`;

const tabsOf = (partner, uuid) => [
  { name: "activity", text: t("partner.activity"), draw: () => html`<${Activity} uuid=${uuid} />` },
  { name: "contacts", text: t("partner.contacts"), count: partner.contact_count, draw: () => html`<${Contacts} partner=${partner} />` },
  { name: "users", text: t("partner.users"), count: partner.user_count, draw: () => html`<${Users} partner=${partner} />` },
  { name: "leads", text: t("partner.leads"), count: partner.lead_count, draw: () => html`<${LeadsBelow} uuid=${uuid} />` },
  { name: "deals", text: t("partner.deals"), count: partner.deal_count, draw: () => html`<${DealsBelow} uuid=${uuid} />` },
  { name: "payments", text: t("partner.payments"), draw: () => html`<${PaymentsBelow} partner=${partner} />` },
  { name: "network", text: t("partner.network"), draw: () => html`<${Network} uuid=${uuid} />` },
  { name: "notes", text: t("partner.notes"), draw: () => html`<${Notes} resource="partners" uuid=${uuid} />` },
];

function Details({ partner, config, writes, set }) {
  const { tiers, categories, tags, users, fields } = config;
  const pick = (name, list, text) => writes
    ? html`<select class="inline" aria-label=${text} value=${partner[name] ?? ""} onChange=${({ target }) => set({ [name]: target.value || null })}>
        <option value="">–</option>${list.map(({ uuid, label }) => html`<option value=${uuid} selected=${uuid === partner[name]}>${label}</option>`)}</select>`
    : find(list, partner[name])?.label;
  const owner = writes && people(users).length > 0
    ? html`<select class="inline" aria-label=${t("partner.owner")} value=${partner.assigned_user_uuids?.[0] ?? ""} onChange=${({ target }) => set({ assigned_user_uuids: target.value ? [target.value] : [] })}>
        <option value="">${t("common.nobody")}</option>${people(users).map(([value, label]) => html`<option value=${value} selected=${value === partner.assigned_user_uuids?.[0]}>${label}</option>`)}</select>`
    : html`<${Owner} name=${personOf(users, partner.assigned_user_uuids)} />`;
  const own = customFacts(fields, "partner", partner);
  return html`<aside class="card details"><h2>${t("partner.details")}</h2><${Facts} list=${[
      [t("partner.status"), html`<${Pill} value=${partner.status} />${writes && partner.status === "invited" && html` <${Button} small kind="quiet" onClick=${() => set({ status: "accepted" })}>${t("partner.accept")}<//>`}`],
      [t("partner.type"), capital(words(partner.partner_type))],
      [t("partner.tier"), pick("tier_uuid", tiers, t("partner.tier"))],
      [t("partner.category"), pick("category_uuid", categories, t("partner.category"))],
      [t("partner.owner"), owner],
      [t("partner.tags"), partner.tag_uuids?.length ? html`<span class="chips">${partner.tag_uuids.map((tag) => html`<${Swatch} pill record=${find(tags, tag) ?? { label: t("common.unknown") }} />`)}</span>` : null],
      [t("partner.above"), partner.parent_partner_uuid && html`<${NamedPartner} uuid=${partner.parent_partner_uuid} />`],
    ]} /><h2>${t("partner.reach")}</h2><${Facts} list=${[
      [t("partner.email"), partner.email && html`<a href=${"mailto:" + partner.email}>${partner.email}</a>`],
      [t("partner.website"), partner.website_url && html`<a href=${partner.website_url} rel="noopener noreferrer" target="_blank">${partner.website_url.replace(/^https?:\/\/(www\.)?/i, "")}</a>`],
      [t("partner.phone"), partner.phone_number],
      [t("partner.country"), partner.country_code && country(partner.country_code)],
    ]} />${own.length > 0 && html`<h2>${t("partner.fields")}</h2><${Facts} list=${own} />`}
    <p class="muted small">${t("partner.added", { day: day(partner.created_at), version: partner.version })}</p></aside>`;
}
