import { options, people, personOf, useConfig } from "../base/config.js";
import { ago, capital, daysLeft, money, words, wholeMoment } from "../base/format.js";
import { html, useRef } from "../base/lib.js";
import { putInto } from "../base/query.js";
import { href } from "../base/router.js";
import { may } from "../base/session.js";
import { t } from "../texts.js";
import { icon } from "../ui/icons.js";
import { ListPage } from "../ui/list.js";
import { Menu } from "../ui/menu.js";
import { Pill } from "../ui/parts.js";
import { sayFailure } from "../ui/toast.js";
import { nameOfLead, newLead, PartnerLink, STATES_OF_LEAD } from "./leadforms.js";
import { approve, convert, reject } from "./leadsteps.js";

const REGISTRATIONS = ["none", "pending", "approved", "rejected", "withdrawn", "expired"].map((status) => [status, capital(words(status))]);
const SOURCES = ["manual", "partnership", "campaign", "integration", "lead_submission_form"].map((source) => [source, capital(words(source))]);

/** The state of a registration, with the days that are left. */
export function Registered({ registration }) {
  if (!registration || registration.status === "none") return html`<span class="muted">–</span>`;
  const isHeld = registration.status === "approved" && registration.protected_until;
  return html`<${Pill} value=${registration.status} />${isHeld && html`<small>${t("lead.left", { n: daysLeft(registration.protected_until) })}</small>`}`;
}

/** What can be done with a lead of the list. */
function Steps({ lead, stages, list }) {
  const put = (after) => putInto(list, after);
  const isOpen = lead.status !== "converted" && lead.status !== "lost";
  const entries = [
    ...(lead.registration?.status === "pending" ? [{ text: t("lead.approve"), mark: "check", run: () => approve(lead).then(put, sayFailure) }, { text: t("lead.reject"), mark: "close", run: () => reject(lead, put) }] : []),
    ...(isOpen && may("write", "deals") ? [{ text: t("lead.convert"), mark: "deals", run: () => convert(lead, stages) }] : []),
  ];
  return entries.length > 0 && html`<${Menu} label=${`${t("common.more")}: ${nameOfLead(lead)}`} mark="dots" kind="quiet small" end entries=${entries} />`;
}

export function Leads() {
  const { users, tags, stages } = useConfig("users", "tags", "stages");
  const shown = useRef();
  const spec = {
    title: t("lead.title"), path: "/leads", type: "lead", group: "leads", search: t("lead.search"), sort: "-created_at", mark: "leads",
    empty: t("lead.empty"), emptyText: t("lead.emptyText"), createText: t("lead.create"), create: () => newLead(), link: ({ uuid }) => href("leads/" + uuid),
    actions: html`<a class="button plain" href=${href("leads/board")}>${icon("board", 16)}<span>${t("board.board")}</span></a>`,
    above: (list) => void (shown.current = list),
    views: [
      { text: t("common.all"), filter: {} },
      { text: t("lead.open"), filter: { status: "new,contacted,qualified" } },
      { text: t("lead.pending"), filter: { registration_status: "pending" } },
    ],
    filters: [
      { name: "status", text: t("lead.status"), options: STATES_OF_LEAD },
      { name: "registration_status", text: t("lead.registration"), options: REGISTRATIONS },
      { name: "source", text: t("lead.source"), options: SOURCES },
      { name: "assigned_user_uuid", text: t("lead.owner"), options: people(users) },
      { name: "tag_uuid", text: t("lead.tags"), options: options(tags.filter((tag) => tag.association === "lead")) },
    ],
    columns: [
      { name: "company", text: t("lead.company"), sort: "company_name", draw: (lead) => html`<span class="two"><b>${nameOfLead(lead)}</b><small>${lead.domain}</small></span>` },
      { name: "status", text: t("lead.status"), sort: "status", draw: ({ status }) => html`<${Pill} value=${status} />` },
      { name: "partner", text: t("lead.partner"), wide: true, draw: (lead) => html`<${PartnerLink} record=${lead} />` },
      { name: "registration", text: t("lead.registration"), wide: true, draw: ({ registration }) => html`<${Registered} registration=${registration} />` },
      { name: "owner", text: t("lead.owner"), wide: true, draw: ({ assigned_user_uuids }) => personOf(users, assigned_user_uuids) || html`<span class="muted">${t("common.nobody")}</span>` },
      { name: "value", text: t("lead.value"), sort: "estimated_value", right: true, mid: true, draw: ({ estimated_value, currency_code }) => money(estimated_value, currency_code) },
      { name: "created", text: t("lead.created"), sort: "created_at", wide: true, draw: ({ created_at }) => html`<time class="muted" title=${wholeMoment(created_at)}>${ago(created_at)}</time>` },
      ...(may("write", "leads") ? [{ name: "steps", text: html`<span class="hidden">${t("common.more")}</span>`, right: true, mid: true, draw: (lead) => html`<${Steps} lead=${lead} stages=${stages} list=${shown.current} />` }] : []),
    ],
  };
  return html`<${ListPage} spec=${spec} />`;
}
