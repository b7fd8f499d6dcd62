import { act } from "../base/api.js";
import { isLongBefore } from "../base/clock.js";
import { useLive } from "../base/feed.js";
import { ago, moment, number } from "../base/format.js";
import { forget } from "../base/kept.js";
import { html, useState } from "../base/lib.js";
import { useQuery, useUntil } from "../base/query.js";
import { refine, route } from "../base/router.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { update } from "../ui/edit.js";
import { Hours } from "../ui/hours.js";
import { icon } from "../ui/icons.js";
import { Json } from "../ui/json.js";
import { Menu } from "../ui/menu.js";
import { Button, eventType, Note, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { lastOf, Strip } from "../ui/strip.js";
import { say, sayFailure } from "../ui/toast.js";
import { editEndpoint, ping, removeEndpoint, replay, retryFailed, rotateSecret, showSignature } from "./hookforms.js";

const OUTCOMES = [["", "hook.any"], ["succeeded", "hook.succeeded"], ["pending", "hook.pending"], ["failed", "hook.failed"]];

/** One endpoint: what it gets, how its last deliveries went, and one delivery in full. */
export function Endpoint({ endpoint, put, reload, writes }) {
  const path = "/webhook-endpoints/" + endpoint.uuid;
  const { params } = useStore(route);
  const list = useQuery(path + "/deliveries", { pageSize: 50, status: params.status });
  const [chosen, setChosen] = useState(null);
  // Deliveries make no events. The first attempt follows an event at once, and a later one within a minute.
  const isUnsure = Boolean(params.status) || endpoint.fields.length > 0 || endpoint.status === "disabled";
  const [awaited, setAwaited] = useState(null);
  useLive(endpoint.event_types.filter((type) => type !== "ping"), (event) => isLongBefore(event, list.since()) || setAwaited(firstOf(event, isUnsure)), list);
  const deliveries = list.data?.data ?? [];
  useUntil(!awaited || awaited.isThere(deliveries, list.at), awaited?.key, list.load);
  const shown = deliveries.find(({ uuid }) => uuid === chosen) ?? deliveries[0];
  const toggle = async () => {
    put(await update(path, endpoint, { status: endpoint.status === "enabled" ? "disabled" : "enabled" }).catch((failure) => (sayFailure(failure), endpoint)));
    forget("/webhook-endpoints");
  };
  const send = async () => {
    await ping(path).catch(sayFailure);
    list.load();
  };
  const retry = async (delivery) => {
    try {
      await act(`${path}/deliveries/${delivery.uuid}/retry`);
      say(t("hook.sent"));
      setAwaited(another(delivery));
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const reason = endpoint.failing_since && shown ? deliveries.find(({ status }) => status !== "succeeded")?.attempts.at(-1) : null;
  return html`<section class="card panel"><div class="panelhead"><div><h2>${endpoint.description || endpoint.url}</h2><p class="mono muted">${endpoint.url}</p></div>
      ${writes && html`<div class="actions"><${Button} mark="send" onClick=${send}>${t("hook.ping")}<//><${Button} mark="again" onClick=${() => replay(path)}>${t("hook.replay")}<//>
        <${Menu} label=${t("common.more")} mark="dots" end entries=${[
          { text: t("common.edit"), mark: "edit", run: () => editEndpoint(endpoint, put) },
          { text: t(endpoint.status === "enabled" ? "hook.disable" : "hook.enable"), mark: endpoint.status === "enabled" ? "pause" : "play", run: toggle },
          { text: t("hook.rotate"), mark: "key", run: () => rotateSecret(path) },
          { text: t("hook.remove"), mark: "trash", danger: true, run: () => removeEndpoint(endpoint, reload) },
        ]} /></div>`}</div>
    ${endpoint.status === "disabled" && html`<${Note} kind="warn">${endpoint.disabled_reason ?? t("hook.disabledText")}<//>`}
    ${endpoint.failing_since && html`<${Note} kind="warn">${t("hook.failingText", { when: ago(endpoint.failing_since), reason: reason ? reason.status ?? reason.error : "–" })}<//>`}
    <dl class="inlinefacts"><div><dt>${t("hook.types")}</dt><dd>${endpoint.event_types.map((type) => html`<code class="tag">${type}</code> `)}</dd></div>
      <div><dt>${t("hook.secret")}</dt><dd><code>whsec_••••••••</code> <${Button} small kind="quiet" onClick=${showSignature}>${t("hook.verify")}<//></dd></div><div><dt>${t("hook.added")}</dt><dd>${ago(endpoint.created_at)}</dd></div></dl>
    ${list.failure && html`<${Failed} failure=${list.failure} retry=${list.load} />`}
    ${!list.data && !list.failure && html`<${Skeleton} />`}
    ${list.data && html`${deliveries.length > 0 && html`<${History} path=${path}><${Strip} deliveries=${deliveries} chosen=${shown?.uuid} pick=${(one) => setChosen(one.uuid)} /><//>`}
    <div class="master"><div>
      <nav class="views" aria-label=${t("hook.outcome")}>${OUTCOMES.map(([status, text]) => html`<button type="button" class="viewbutton" key=${status} aria-pressed=${(params.status ?? "") === status} onClick=${() => refine({ status })}>${t(text)}</button>`)}
        ${writes && params.status === "failed" && deliveries.length > 0 && html`<span class="spread" /><${Button} small mark="again" onClick=${() => retryFailed(path, list.data.meta["record-count"])}>${t("hook.retryAll", { n: number(list.data.meta["record-count"]) })}<//>`}</nav>
      ${deliveries.length === 0 ? html`<${Empty} mark="send" title=${t("hook.noDeliveries")} />` : html`<${Deliveries} list=${deliveries} shown=${shown} pick=${setChosen} />`}</div>
      ${shown && html`<${Delivery} key=${shown.uuid} delivery=${shown} retry=${writes && endpoint.status === "enabled" ? retry : null} />`}</div>`}
  </section>`;
}

const HOURS_SHOWN = 24;
/** The last deliveries; or the last day hour by hour, which is read when someone asks for it. */
function History({ path, children }) {
  const [isHourly, setHourly] = useState(false);
  const stats = useQuery(isHourly ? path + "/stats" : null, { hours: HOURS_SHOWN });
  return html`<nav class="views" aria-label=${t("hook.history")}>${[[false, "hook.single"], [true, "hook.day"]].map(([hourly, text]) => html`<button type="button" class="viewbutton" key=${text} aria-pressed=${hourly === isHourly} onClick=${() => setHourly(hourly)}>${t(text)}</button>`)}</nav>
    ${!isHourly ? children : stats.failure ? html`<${Failed} failure=${stats.failure} retry=${stats.load} />` : stats.data ? html`<${Hours} stats=${stats.data} />` : html`<${Skeleton} rows=${2} />`}`;
}

/** The first attempt for an event. With `isUnsure` the list may lack the delivery for good, and one look is enough. */
function firstOf({ uuid }, isUnsure) {
  const since = Date.now();
  return {
    key: uuid,
    isThere(list, at) {
      const own = list.find((one) => one.event_uuid === uuid);
      return own ? own.attempts.length > 0 : isUnsure && at > since;
    },
  };
}

const another = ({ uuid, attempts }) => ({
  key: `${uuid} ${attempts.length}`,
  isThere: (list) => (list.find((one) => one.uuid === uuid)?.attempts.length ?? 0) > attempts.length,
});

const Outcome = ({ delivery }) => {
  const last = lastOf(delivery);
  const kind = { succeeded: "ok", failed: "bad", pending: "warn" }[delivery.status];
  return html`<${Pill} as=${kind} text=${last ? last.status ?? t("hook.noReply") : t("hook.waiting")} />`;
};

const Deliveries = ({ list, shown, pick }) => html`<div class="tablebox short"><table><thead><tr><th scope="col">${t("hook.outcome")}</th><th scope="col">${t("hook.event")}</th><th scope="col" class="right wideonly">${t("hook.attempts")}</th><th scope="col">${t("hook.when")}</th></tr></thead>
  <tbody>${list.map((delivery) => html`<tr key=${delivery.uuid} class="linked${delivery === shown ? " chosen" : ""}"><td><${Outcome} delivery=${delivery} /></td>
    <td><button type="button" class="rowlink rowbutton mono" aria-pressed=${delivery === shown} onClick=${() => pick(delivery.uuid)}>${eventType(delivery.event_type)}</button></td>
    <td class="right wideonly">${number(delivery.attempts.length)}</td><td class="muted">${ago(delivery.requested_at)}</td></tr>`)}</tbody></table></div>`;

function Delivery({ delivery, retry }) {
  const event = useQuery("/events/" + delivery.event_uuid);
  return html`<div class="detail"><div class="cardhead"><div><h3 class="mono">${delivery.event_type}</h3><p class="mono muted small">${delivery.event_uuid}</p></div>
      ${retry && html`<${Button} mark="again" onClick=${() => retry(delivery)}>${t("hook.again")}<//>`}</div>
    <h4>${t("hook.attempts")}</h4>
    <ol class="attempts">${delivery.attempts.toReversed().map((attempt) => html`<li key=${attempt.attempted_at} class=${attempt.status >= 200 && attempt.status < 300 ? "good" : "wrong"}>
      ${icon(attempt.status >= 200 && attempt.status < 300 ? "ok" : "bad", 16)}<div><p><b>${attempt.status ?? attempt.error}</b> <span class="muted">${t("hook.took", { ms: number(attempt.latency_ms), when: moment(attempt.attempted_at) })}</span></p>
      ${attempt.reply && html`<pre class="code" tabindex="0" aria-label=${t("hook.reply")}>${attempt.reply}</pre>`}</div></li>`)}</ol>
    ${delivery.next_attempt_at && html`<p class="muted">${t("hook.next", { when: moment(delivery.next_attempt_at) })}</p>`}
    <h4>${t("hook.body")}</h4>${event.data ? html`<${Json} value=${{ type: event.data.type, timestamp: event.data.timestamp, data: event.data.data }} label=${t("hook.body")} />`
      : event.failure ? html`<p class="muted">${t("hook.gone")}</p>` : html`<${Skeleton} rows=${3} />`}</div>`;
}
