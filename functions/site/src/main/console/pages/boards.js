import { more, place, placeOf, takeOut, useBoard } from "../base/boards.js";
import { find, personOf, useConfig } from "../base/config.js";
import { useLive } from "../base/feed.js";
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

const KINDS = {
  partners: { type: "partner", title: "board.title", name: (partner) => partner.name, path: "partners" },
  deals: { type: "deal", title: "board.dealsTitle", name: (deal) => deal.label, path: "deals", value: "deal_value" },
};

export function BoardPage({ resource = "partners" }) {
  const { type, title, name, path, value } = KINDS[resource];
  const { params } = useStore(route);
  const { stages, tiers, users } = useConfig("stages", "tiers", "users");
  const board = useBoard(resource, params);
  const focused = useRef(null);
  useLayoutEffect(() => {
    if (focused.current) document.querySelector(`[data-card="${focused.current}"]`)?.focus();
    focused.current = null;
  });
  useLive([type + ".*"], ({ type: what, record, object }) => board.change((groups) => arrived(groups, what, record, object, value)), board.load);
  const move = async (record, key, keeps, isUndo) => {
    const from = placeOf(board.groups, record.uuid)?.key ?? record.stage_uuid;
    const stage = find(stages, key);
    const change = await askClosing(type, stage);
    if (!change) return;
    if (keeps) focused.current = record.uuid;
    board.change(place({ ...record, stage_uuid: key }, key, value));
    try {
      const after = await update(`/${resource}/${record.uuid}`, record, { stage_uuid: key, ...change });
      board.change(place(after, after.stage_uuid, value));
      const undo = isUndo || after.stage_uuid !== key ? undefined : () => move(after, from, false, true);
      say(t("board.moved", { name: name(record), stage: stage.label }), { undo });
    } catch (failure) {
      board.change(place(record, from, value));
      say(t("board.put", { name: name(record), stage: find(stages, from)?.label, reason: sentence(failure) }), { kind: "bad" });
    }
    if (keeps) focused.current = record.uuid;
  };
  const count = board.groups?.reduce((sum, group) => sum + group.record_count, 0);
  const draw = resource === "partners" ? (record) => partnerCard(record, tiers, users) : (record) => dealCard(record, users);
  return html`<${PageHead} title=${t(title)} count=${count === undefined ? undefined : number(count)}>
      <span class="hint"><kbd>Shift</kbd> <kbd>←</kbd> <kbd>→</kbd> ${t("board.hint")}</span>
      <a class="button plain" href=${href(path, params)}>${icon(path, 16)}<span>${t("board.list")}</span></a>
    <//>
    ${board.failure && html`<${Failed} failure=${board.failure} retry=${board.load} />`}
    ${!board.groups && !board.failure && html`<${Skeleton} rows=${6} />`}
    ${board.groups && html`<${Board} groups=${board.groups} move=${move} draw=${draw} name=${name} link=${(record) => href(`${path}/${record.uuid}`)}
      more=${async (group) => board.change(await more(resource, group, params))} writes=${may("write", resource)} />`}`;
}

function arrived(groups, what, record, object, value) {
  const known = placeOf(groups, record.uuid)?.data.find(({ uuid }) => uuid === record.uuid);
  if (what.endsWith(".deleted")) return known ? takeOut(record.uuid)(groups) : groups;
  if (!object?.stage_uuid || (known && known.version >= record.version)) return groups;
  if (!known && !what.endsWith(".created")) return groups;
  return place(object, object.stage_uuid, value)(groups);
}

const partnerCard = (partner, tiers, users) => html`<p>${capital(words(partner.partner_type))} ${partner.tier_uuid && html`<${Swatch} record=${find(tiers, partner.tier_uuid)} />`}</p>
  <footer><${Owner} name=${personOf(users, partner.assigned_user_uuids)} /><time>${ago(partner.updated_at)}</time></footer>`;

const dealCard = (deal, users) => html`<p><b>${money(deal.deal_value, deal.currency_code)}</b> ${deal.partner_name && html`<span class="muted">${deal.partner_name}</span>`}</p>
  <footer><${Owner} name=${personOf(users, deal.assigned_user_uuids)} /><time>${day(deal.expected_close_date)}</time></footer>`;
