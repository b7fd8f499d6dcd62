import { hasMore, keyOf, more, place, placeOf, takeOut, useBoard, valueOf } from "../base/boards.js";
import { isLongBefore } from "../base/clock.js";
import { find, personOf, useConfig } from "../base/config.js";
import { useLive } from "../base/feed.js";
import { filtersOf, fits, mayEnter } from "../base/fits.js";
import { ago, day, money, number, words, capital } from "../base/format.js";
import { html, useLayoutEffect, useRef } from "../base/lib.js";
import { href, route } from "../base/router.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Board } from "../ui/board.js";
import { update } from "../ui/edit.js";
import { icon } from "../ui/icons.js";
import { Owner, PageHead, Swatch } from "../ui/parts.js";
import { Failed, Skeleton, sentence } from "../ui/states.js";
import { say } from "../ui/toast.js";
import { askClosing } from "./closing.js";
import { nameOfLead } from "./leadforms.js";
import { convert } from "./leadsteps.js";

const KINDS = {
  partners: { type: "partner", title: "board.title", name: (partner) => partner.name, field: "stage_uuid" },
  leads: { type: "lead", title: "board.leadsTitle", name: nameOfLead, field: "status" },
  deals: { type: "deal", title: "board.dealsTitle", name: (deal) => deal.label, field: "stage_uuid", value: "deal_value" },
};

/** The states of leads as columns. */
const PHASES_OF_LEAD = { new: "discovery", contacted: "evaluation", qualified: "evaluation", converted: "active", lost: "inactive" };
const stateOf = (status) => ({ uuid: status, label: capital(words(status)), phase: PHASES_OF_LEAD[status], status });

export function BoardPage({ resource = "partners" }) {
  const { type, title, name, field, value } = KINDS[resource];
  const { params } = useStore(route);
  const { stages, tiers, users } = useConfig("stages", "tiers", "users");
  const board = useBoard(resource, field, params);
  const groups = board.groups?.map((group) => ({ ...group, hasMore: hasMore(group), stage: group.status ? stateOf(group.status) : group.stage ?? { label: t("board.none"), phase: "without" } }));
  const focused = useRef(null);
  useLayoutEffect(() => {
    if (focused.current) document.querySelector(`[data-card="${focused.current}"]`)?.focus();
    focused.current = null;
  });
  const filters = filtersOf("", params);
  useLive([type + ".*"], (event) => {
    if (isLongBefore(event, board.since()) && !placeOf(board.groups ?? [], event.record.uuid)) return;
    if (movedUnseen(board.groups, event, field, filters)) board.loadSoon();
    else board.change((before) => arrived(before, event, KINDS[resource], filters));
  }, board);
  const move = async (record, key, keeps, isUndo) => {
    const from = placeOf(board.groups, record.uuid)?.key ?? keyOf(record[field]);
    const stage = groups.find((group) => group.key === key).stage;
    if (key === "converted") return convert(record, stages);
    const change = await askClosing(type, stage);
    if (!change) return;
    if (keeps) focused.current = record.uuid;
    board.change(place({ ...record, [field]: valueOf(key) }, key, value));
    try {
      const after = await update(`/${resource}/${record.uuid}`, record, { [field]: valueOf(key), ...change });
      board.change(place(after, keyOf(after[field]), value));
      const undo = isUndo || keyOf(after[field]) !== key ? undefined : () => move(after, from, false, true);
      say(t("board.moved", { name: name(record), stage: stage.label }), { undo });
    } catch (failure) {
      board.change(place(record, from, value));
      say(t("board.put", { name: name(record), stage: groups.find((group) => group.key === from)?.stage.label, reason: sentence(failure) }), { kind: "bad" });
    }
    if (keeps) focused.current = record.uuid;
  };
  const count = board.groups?.reduce((sum, group) => sum + group.record_count, 0);
  const draw = { partners: (record) => partnerCard(record, tiers, users), leads: (record) => leadCard(record, users), deals: (record) => dealCard(record, users) }[resource];
  return html`<${PageHead} title=${t(title)} count=${count === undefined ? undefined : number(count)}>
      <span class="hint"><kbd>Shift</kbd> <kbd>←</kbd> <kbd>→</kbd> ${t("board.hint")}</span>
      <a class="button plain" href=${href(resource, params)}>${icon(resource, 16)}<span>${t("board.list")}</span></a>
    <//>
    ${board.failure && html`<${Failed} failure=${board.failure} retry=${board.load} />`}
    ${!board.groups && !board.failure && html`<${Skeleton} rows=${6} />`}
    ${groups && html`<${Board} groups=${groups} move=${move} draw=${draw} name=${name} link=${(record) => href(`${resource}/${record.uuid}`)}
      more=${async (group) => board.change(await more(resource, field, group, params))} writes=${may("write", resource)} drop=${t(`board.drop_${type}`)} busy=${board.busy} />`}`;
}

/** Whether a card that is not shown came to another column, so that only the API can count. */
const movedUnseen = (groups, { type, record, object, changed }, field, filters) =>
  groups && !placeOf(groups, record.uuid) && !/created|deleted$/.test(type) && (mayEnter(filters, changed) || (mayEnter([[field]], changed) && fits(filters, object)));

function arrived(groups, { type, record, object }, { field, value }, filters) {
  const known = placeOf(groups, record.uuid)?.data.find(({ uuid }) => uuid === record.uuid);
  const isDeleted = type.endsWith(".deleted");
  if (known?.version >= record.version && !isDeleted) return groups;
  if (isDeleted || (known && object && !fits(filters, object))) return known ? takeOut(record.uuid, value)(groups) : groups;
  if (!object) return groups;
  if (!known && !type.endsWith(".created")) return groups;
  return fits(filters, object) && (known || !isCounted(groups, object, field)) ? place(object, keyOf(object[field]), value)(groups) : groups;
}

/** Whether a column that was read after a record was made has it below the cards that are shown. */
function isCounted(groups, object, field) {
  const column = groups.find(({ key }) => key === keyOf(object[field]));
  return column !== undefined && column.record_count > column.data.length && object.updated_at < column.data.at(-1)?.updated_at;
}

const partnerCard = (partner, tiers, users) => html`<p>${capital(words(partner.partner_type))} ${partner.tier_uuid && html`<${Swatch} record=${find(tiers, partner.tier_uuid)} />`}</p>
  <footer><${Owner} name=${personOf(users, partner.assigned_user_uuids)} /><time>${ago(partner.updated_at)}</time></footer>`;

const leadCard = (lead, users) => html`<p><b>${money(lead.estimated_value, lead.currency_code)}</b> ${lead.partner_name && html`<span class="muted">${lead.partner_name}</span>`}</p>
  <footer><${Owner} name=${personOf(users, lead.assigned_user_uuids)} /><time>${ago(lead.updated_at)}</time></footer>`;

const dealCard = (deal, users) => html`<p><b>${money(deal.deal_value, deal.currency_code)}</b> ${deal.partner_name && html`<span class="muted">${deal.partner_name}</span>`}</p>
  <footer><${Owner} name=${personOf(users, deal.assigned_user_uuids)} /><time>${day(deal.expected_close_date)}</time></footer>`;
