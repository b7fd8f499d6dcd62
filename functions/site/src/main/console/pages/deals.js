import { post } from "../base/api.js";
import { find, ofKind, options, people, personOf, useConfig } from "../base/config.js";
import { ago, capital, day, money, words, wholeMoment } from "../base/format.js";
import { html } from "../base/lib.js";
import { go, href } from "../base/router.js";
import { session } from "../base/session.js";
import { t } from "../texts.js";
import { open } from "../ui/dialog.js";
import { customInputs } from "../ui/edit.js";
import { FormDialog } from "../ui/form.js";
import { icon } from "../ui/icons.js";
import { ListPage } from "../ui/list.js";
import { Stage } from "../ui/parts.js";
import { partnerInput, PartnerLink } from "./leadforms.js";

const PHASES_OF_DEAL = ["discovery", "negotiation", "closed_won", "closed_lost"].map((phase) => [phase, capital(words(phase))]);

/** The inputs of a deal, without its stage. */
export const dealInputs = ({ users, tags, fields }, known) => [
  { name: "label", label: t("deal.label"), required: true },
  partnerInput(known),
  { name: "deal_value", label: t("deal.value"), type: "number", half: true },
  { name: "currency_code", label: t("deal.currency"), half: true, placeholder: session.get().company.currency_code },
  { name: "expected_close_date", label: t("deal.close"), type: "date", half: true },
  { name: "assigned_user_uuids", label: t("deal.owner"), type: "multi", options: people(users) },
  { name: "tag_uuids", label: t("deal.tags"), type: "multi", options: options(tags.filter((tag) => tag.association === "deal")) },
  ...customInputs(fields, "deal"),
];

export function Deals() {
  const config = useConfig("stages", "users", "tags", "custom-fields");
  const { stages, users, tags } = config;
  const ofDeals = ofKind(stages, "deal");
  const spec = {
    title: t("deal.title"), path: "/deals", type: "deal", group: "deals", search: t("deal.search"), sort: "-created_at", mark: "deals",
    empty: t("deal.empty"), emptyText: t("deal.emptyText"), createText: t("deal.create"), link: ({ uuid }) => href("deals/" + uuid),
    create: () => open((close) => html`<${FormDialog} title=${t("deal.create")} close=${close} action=${t("common.create")}
      fields=${[...dealInputs(config), { name: "stage_uuid", label: t("deal.stage"), type: "select", options: options(ofDeals.filter(({ phase }) => !phase.startsWith("closed"))) }]}
      save=${async (body) => go("deals/" + (await post("/deals", body)).uuid)} />`),
    actions: html`<a class="button plain" href=${href("deals/board")}>${icon("board", 16)}<span>${t("board.board")}</span></a>`,
    views: [
      { text: t("common.all"), filter: {} },
      { text: t("deal.open"), filter: { phase: "discovery,negotiation" } },
      { text: t("deal.won"), filter: { phase: "closed_won" } },
      { text: t("deal.lost"), filter: { phase: "closed_lost" } },
    ],
    filters: [
      { name: "stage_uuid", text: t("deal.stage"), options: options(ofDeals) },
      { name: "phase", text: t("deal.phase"), options: PHASES_OF_DEAL },
      { name: "assigned_user_uuid", text: t("deal.owner"), options: people(users) },
      { name: "tag_uuid", text: t("deal.tags"), options: options(tags.filter((tag) => tag.association === "deal")) },
    ],
    columns: [
      { name: "label", text: t("deal.deal"), sort: "label", draw: (deal) => html`<b>${deal.label}</b>` },
      { name: "stage", text: t("deal.stage"), sort: "stage", draw: ({ stage_uuid }) => html`<${Stage} stage=${find(stages, stage_uuid)} />` },
      { name: "partner", text: t("deal.partner"), wide: true, draw: (deal) => html`<${PartnerLink} record=${deal} />` },
      { name: "owner", text: t("deal.owner"), wide: true, draw: ({ assigned_user_uuids }) => personOf(users, assigned_user_uuids) || html`<span class="muted">${t("common.nobody")}</span>` },
      { name: "close", text: t("deal.close"), sort: "expected_close_date", wide: true, draw: (deal) => day(deal.closed_at ?? deal.expected_close_date) },
      { name: "value", text: t("deal.value"), sort: "deal_value", right: true, mid: true, draw: ({ deal_value, currency_code }) => money(deal_value, currency_code) },
      { name: "updated", text: t("deal.updated"), sort: "updated_at", wide: true, draw: ({ updated_at }) => html`<time class="muted" title=${wholeMoment(updated_at)}>${ago(updated_at)}</time>` },
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}
