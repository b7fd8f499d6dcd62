import { post } from "../base/api.js";
import { useLive } from "../base/feed.js";
import { ago, capital, words } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { href } from "../base/router.js";
import { t } from "../texts.js";
import { Button, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { say, sayFailure } from "../ui/toast.js";

const PLACES_OF_CONFLICT = { partner: "partners", lead: "leads" };

/** What a person has to decide, with both sides beside each other. */
export function Conflicts({ connection, writes }) {
  const list = useQuery("/crm-conflicts", { connection_uuid: connection, status: "open", pageSize: 20 });
  useLive(["crm_conflict.*"], () => list.load(), list.load);
  if (list.failure) return html`<${Failed} failure=${list.failure} retry=${list.load} />`;
  if (!list.data) return html`<${Skeleton} rows=${4} />`;
  if (list.data.data.length === 0) return html`<${Empty} mark="ok" title=${t("crm.noConflicts")} />`;
  return html`<ul class="stack">${list.data.data.map((conflict) => html`<${Conflicting} key=${conflict.uuid} conflict=${conflict} done=${list.load} writes=${writes} />`)}</ul>`;
}

function Conflicting({ conflict, done, writes }) {
  const [busy, setBusy] = useState(false);
  const resolve = async (take) => {
    setBusy(true);
    try {
      await post(`/crm-conflicts/${conflict.uuid}/resolve`, { take });
      say(t("crm.resolved"));
      done();
    } catch (failure) {
      sayFailure(failure);
      setBusy(false);
    }
  };
  return html`<li class="conflict"><div class="cardhead"><div><h3>${conflict.record_uuid ? html`<a href=${href(`${PLACES_OF_CONFLICT[conflict.resource]}/${conflict.record_uuid}`)}>${capital(words(conflict.resource))}</a>` : capital(words(conflict.resource))} · ${capital(words(conflict.kind))}</h3>
      <p class="muted">${conflict.message} · ${ago(conflict.created_at)}</p></div><${Pill} as="warn" text=${capital(words(conflict.status))} /></div>
    ${conflict.fields.length > 0 && html`<div class="tablebox"><table><thead><tr><th scope="col">${t("crm.field")}</th><th scope="col">Waggle</th><th scope="col">${t("crm.remote")}</th></tr></thead>
      <tbody>${conflict.fields.map(({ field, waggle, crm }) => html`<tr key=${field}><th scope="row">${capital(words(field))}</th><td>${waggle}</td><td>${crm}</td></tr>`)}</tbody></table></div>`}
    ${writes && html`<div class="actions">
      ${conflict.candidates.length === 0 && html`<${Button} busy=${busy} onClick=${() => resolve("waggle")}>${t("crm.takeWaggle")}<//><${Button} busy=${busy} onClick=${() => resolve("crm")}>${t("crm.takeCrm")}<//>`}
      ${conflict.candidates.map((id) => html`<${Button} key=${id} busy=${busy} onClick=${() => resolve("link:" + id)}>${t("crm.link", { id })}<//>`)}
      ${conflict.candidates.length > 0 && html`<${Button} busy=${busy} onClick=${() => resolve("create")}>${t("crm.make")}<//>`}</div>`}
    ${conflict.refusal && html`<p class="fault">${conflict.refusal}</p>`}</li>`;
}
