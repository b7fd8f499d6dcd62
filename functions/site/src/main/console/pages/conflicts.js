import { act } from "../base/api.js";
import { useLive } from "../base/feed.js";
import { ago, capital, words } from "../base/format.js";
import { forget } from "../base/kept.js";
import { html, useState } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { putInto, useQuery, useUntil } from "../base/query.js";
import { isKnown } from "../base/seen.js";
import { t } from "../texts.js";
import { fieldName, useLabels } from "../ui/activity.js";
import { Button, Note, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { sayFailure } from "../ui/toast.js";

/** What a person has to decide, with both sides beside each other. */
export function Conflicts({ connection, writes }) {
  const list = useQuery("/crm-conflicts", { connection_uuid: connection.uuid, status: "open,decided", pageSize: 20 });
  useLive(["crm_conflict.*"], (event) => isKnown(list.data, event) || (event.object && event.object.connection_uuid !== connection.uuid) || list.loadSoon(), list);
  const rows = list.data?.data ?? [];
  // A decision is carried out within seconds, without an event.
  const decided = rows.filter(({ status }) => status === "decided").map(({ uuid }) => uuid);
  useUntil(decided.length === 0, decided.join(), list.load);
  if (list.failure) return html`<${Failed} failure=${list.failure} retry=${list.load} />`;
  if (!list.data) return html`<${Skeleton} rows=${4} />`;
  if (rows.length === 0) return html`<${Empty} mark="ok" title=${t("crm.noConflicts")} />`;
  const put = (after) => putInto(list, after);
  return html`<ul class="stack">${rows.map((conflict) => html`<${Conflicting} key=${conflict.uuid} ...${{ conflict, put, writes }} />`)}</ul>`;
}

const recordOf = ({ resource, record_uuid }) => {
  const link = linkOf(resource, record_uuid);
  return link ? html`<a href=${link}>${capital(words(resource))}</a>` : capital(words(resource));
};

function Conflicting({ conflict, put, writes }) {
  const [busy, setBusy] = useState(false);
  const resolve = async (take) => {
    setBusy(true);
    await act(`/crm-conflicts/${conflict.uuid}/resolve`, { take }).then(put, sayFailure);
    forget("/crm-conflicts");
    setBusy(false);
  };
  const isOpen = conflict.status === "open";
  return html`<li class="conflict"><div class="cardhead"><div><h3>${recordOf(conflict)} · ${capital(words(conflict.kind))}</h3>
      <p class="muted">${conflict.message} · ${ago(conflict.created_at)}</p></div><${Pill} as=${isOpen ? "warn" : "info"} text=${isOpen ? capital(words("open")) : t("crm.decided")} /></div>
    ${conflict.refusal && html`<${Note} kind="warn">${conflict.refusal}<//>`}
    ${isChoice(conflict) && html`<div class="sides">${["waggle", "crm"].map((side) => html`<${Side} key=${side} ...${{ conflict, side, busy, resolve: writes && isOpen && resolve }} />`)}</div>`}
    ${writes && isOpen && conflict.kind === "several_match" && html`<div class="actions">
      ${conflict.candidates.map((id) => html`<${Button} key=${id} busy=${busy} onClick=${() => resolve("link:" + id)}>${t("crm.link", { id })}<//>`)}
      <${Button} busy=${busy} onClick=${() => resolve("create")}>${t("crm.make")}<//></div>`}</li>`;
}

/** Whether the values, or the deletion, of one side are chosen. */
const isChoice = ({ kind }) => kind === "same_field" || kind === "delete_met_change";
const NAMES = { waggle: "crm.inWaggle", crm: "crm.inCrm" };
const TAKES = { waggle: "crm.takeWaggle", crm: "crm.takeCrm" };

function Side({ conflict, side, busy, resolve }) {
  const text = useLabels();
  const taken = conflict.take === side && conflict.status !== "open";
  return html`<section class="side${taken ? " taken" : ""}" aria-label=${t(NAMES[side])}><h4>${t(NAMES[side])}</h4>
    <dl class="facts">${conflict.fields.map((field) => html`<div key=${field.field}><dt>${fieldName(field.field)}</dt><dd>${text(field.field, field[side])}</dd></div>`)}</dl>
    ${resolve && html`<${Button} busy=${busy} onClick=${() => resolve(side)}>${t(TAKES[side])}<//>`}</section>`;
}
