import { post } from "../base/api.js";
import { find, ofKind, options, people, personOf, useConfig } from "../base/config.js";
import { ago, capital, money, number, words, wholeMoment } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href } from "../base/router.js";
import { may, session } from "../base/session.js";
import { t } from "../texts.js";
import { ChosenBar, changeAll, useChosen } from "../ui/bulk.js";
import { open } from "../ui/dialog.js";
import { customInputs } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { icon } from "../ui/icons.js";
import { ListPage } from "../ui/list.js";
import { Menu } from "../ui/menu.js";
import { Avatar, Button, IconButton, Stage, Swatch } from "../ui/parts.js";
import { importPartners } from "./partnerimport.js";

export const TYPES_OF_PARTNER = ["referral", "reseller", "distributor"].map((type) => [type, capital(words(type))]);
/** Finds records without a reference. */
const NONE = "none";
const STATES_OF_PARTNER = ["invited", "accepted", "declined", "inactive"].map((status) => [status, capital(words(status))]);

/** The inputs of a partner. */
export const partnerInputs = ({ stages, tiers, categories, tags, users, fields }, parent) => [
  { name: "name", label: t("partner.name"), required: true },
  { name: "partner_type", label: t("partner.type"), type: "select", options: TYPES_OF_PARTNER, required: true, half: true },
  { name: "status", label: t("partner.status"), type: "select", options: STATES_OF_PARTNER, required: true, half: true },
  { name: "email", label: t("partner.email"), type: "email", half: true },
  { name: "website_url", label: t("partner.website"), half: true },
  { name: "phone_number", label: t("partner.phone"), half: true },
  { name: "country_code", label: t("partner.country"), half: true, placeholder: "DE" },
  { name: "stage_uuid", label: t("partner.stage"), type: "select", options: options(ofKind(stages, "partner")), half: true },
  { name: "tier_uuid", label: t("partner.tier"), type: "select", options: options(tiers), half: true },
  { name: "category_uuid", label: t("partner.category"), type: "select", options: options(categories), half: true },
  { name: "parent_partner_uuid", label: t("partner.above"), type: "record", finds: "partner", known: parent },
  { name: "assigned_user_uuids", label: t("partner.owners"), type: "multi", options: people(users) },
  { name: "tag_uuids", label: t("partner.tags"), type: "multi", options: options(tags.filter((tag) => tag.association === "partner")) },
  { name: "description", label: t("partner.description"), type: "area" },
  ...customInputs(fields, "partner"),
];

export function Partners() {
  const config = useConfig("stages", "tiers", "categories", "tags", "users", "custom-fields");
  const { stages, tiers, tags, users } = config;
  const ofPartners = ofKind(stages, "partner");
  const active = ofPartners.filter((stage) => stage.phase === "active").map(({ uuid }) => uuid).join(",");
  const currency = session.get().company.currency_code;
  const picked = useChosen();
  const spec = {
    title: t("partner.title"), path: "/partners", type: "partner", group: "partners", search: t("partner.search"), sort: "-updated_at", mark: "partners",
    empty: t("partner.empty"), emptyText: t("partner.emptyText"), createText: t("partner.create"), link: ({ uuid }) => href("partners/" + uuid),
    create: () => open((close) => html`<${FormDialog} title=${t("partner.create")} fields=${partnerInputs(config)} close=${close} action=${t("common.create")}
      initial=${{ partner_type: "reseller", status: "invited" }} save=${async (body) => go("partners/" + (await post("/partners", body)).uuid)} />`),
    actions: (list) => html`${may("write", "partners") && html`<span class="midonly"><${IconButton} mark="upload" label=${t("import.show")} onClick=${() => importPartners(list.load)} /></span>`}<a class="button plain" href=${href("board")}>${icon("board", 16)}<span>${t("board.board")}</span></a>`,
    emptyActions: (list) => may("write", "partners") && html`<${Button} mark="upload" onClick=${() => importPartners(list.load)}>${t("import.show")}<//>`,
    views: [
      { text: t("common.all"), filter: {} },
      { text: t("partner.active"), filter: { stage_uuid: active } },
      { text: t("partner.invited"), filter: { status: "invited" } },
      { text: t("partner.unassigned"), filter: { assigned: "false" } },
    ],
    filters: [
      { name: "stage_uuid", text: t("partner.stage"), options: [...options(ofPartners), [NONE, t("list.none")]] },
      { name: "tier_uuid", text: t("partner.tier"), options: [...options(tiers), [NONE, t("list.none")]] },
      { name: "partner_type", text: t("partner.type"), options: TYPES_OF_PARTNER },
      { name: "status", text: t("partner.status"), options: STATES_OF_PARTNER },
      { name: "assigned_user_uuid", text: t("partner.owner"), options: people(users) },
      { name: "tag_uuid", text: t("partner.tags"), options: options(tags.filter((tag) => tag.association === "partner")) },
    ],
    select: may("write", "partners") && { ...picked, name: ({ name }) => name },
    above: (list) => html`<${Bulk} list=${list} picked=${picked} config=${config} />`,
    columns: [
      { name: "name", text: t("partner.name"), sort: "name", draw: ({ name, email_domain }) => html`<span class="who"><${Avatar} name=${name} /><span><b>${name}</b><small>${email_domain}</small></span></span>` },
      { name: "stage", text: t("partner.stage"), sort: "stage", draw: ({ stage_uuid, status }) => html`<${Stage} stage=${find(stages, stage_uuid)} />${status !== "accepted" && html`<small>${capital(words(status))}</small>`}` },
      { name: "tier", text: t("partner.tier"), sort: "tier", wide: true, draw: ({ tier_uuid }) => html`<${Swatch} record=${find(tiers, tier_uuid)} />` },
      { name: "type", text: t("partner.type"), wide: true, draw: ({ partner_type }) => capital(words(partner_type)) },
      { name: "owner", text: t("partner.owner"), wide: true, draw: ({ assigned_user_uuids }) => personOf(users, assigned_user_uuids) || html`<span class="muted">${t("common.nobody")}</span>` },
      { name: "contacts", text: t("partner.contacts"), right: true, mid: true, draw: ({ contact_count }) => number(contact_count) },
      { name: "won", text: t("partner.won"), sort: "won_value", right: true, wide: true, draw: ({ won_value }) => money(won_value, currency) },
      { name: "updated", text: t("partner.updated"), sort: "updated_at", wide: true, draw: ({ updated_at }) => html`<time class="muted" title=${wholeMoment(updated_at)}>${ago(updated_at)}</time>` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}

/** Gives the chosen partners an owner, or one more tag. */
function Bulk({ list, picked, config: { users, tags } }) {
  const rows = list.rows.filter(({ uuid }) => picked.chosen.has(uuid));
  const run = (change) => picked.run(() => changeAll("/partners", rows, change, list));
  const withTag = (tag) => ({ tag_uuids }) => (tag_uuids?.includes(tag) ? null : { tag_uuids: [...(tag_uuids ?? []), tag] });
  return html`<${ChosenBar} count=${rows.length}>
    <${Menu} busy=${picked.busy} text=${t("partner.owner")} entries=${people(users).map(([uuid, text]) => ({ key: uuid, text, run: () => run(() => ({ assigned_user_uuids: [uuid] })) }))} />
    <${Menu} busy=${picked.busy} text=${t("partner.addTag")} entries=${tags.filter((tag) => tag.association === "partner").map(({ uuid, label }) => ({ key: uuid, text: label, run: () => run(withTag(uuid)) }))} /><//>`;
}
