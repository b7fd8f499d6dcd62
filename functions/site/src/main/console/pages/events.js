import { useLive } from "../base/feed.js";
import { ago, capital, moment } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { linkOf, nameOf } from "../base/places.js";
import { useQuery, useSettled } from "../base/query.js";
import { refine, route } from "../base/router.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Curl } from "../ui/curl.js";
import { icon } from "../ui/icons.js";
import { Json } from "../ui/json.js";
import { Button, eventType, PageHead } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";

const MOST = 200;
const SIZE_OF_PAGE = 50;

/** The events of the company: the last ones, then each as it happens. */
export function Events() {
  const { params } = useStore(route);
  const [typed, setTyped] = useState(params.type ?? "");
  const type = useSettled(typed.trim(), 400);
  const [isPaused, setPaused] = useState(false);
  const [arrived, setArrived] = useState([]);
  const [chosen, setChosen] = useState(null);
  const list = useQuery("/events", { type, pageSize: SIZE_OF_PAGE, expand: "labels" });
  useEffect(() => {
    if (type !== (params.type ?? "")) refine({ type });
    setArrived([]);
  }, [type]);
  const arrive = (event) => {
    const shown = list.data?.data ?? [];
    const isOlder = shown.length === SIZE_OF_PAGE && event.uuid < shown.at(-1).uuid;
    if (!isOlder && !shown.some(({ uuid }) => uuid === event.uuid)) setArrived((before) => [plain(event), ...before.filter(({ uuid }) => uuid !== event.uuid)].slice(0, MOST));
  };
  useLive(isPaused || list.failure ? [] : [type || "*"].flatMap((pattern) => pattern.split(",")), arrive, list);
  const known = new Set(arrived.map(({ uuid }) => uuid));
  const rows = [...arrived, ...(list.data?.data ?? []).filter(({ uuid }) => !known.has(uuid))];
  const shown = rows.find(({ uuid }) => uuid === chosen) ?? rows[0];
  return html`<${PageHead} title=${t("frame.events")}><${Curl} path="/events" params=${{ type }} />
      <${Button} mark=${isPaused ? "play" : "pause"} aria-pressed=${isPaused} onClick=${() => setPaused(!isPaused)}>${t(isPaused ? "event.go" : "event.pause")}<//><//>
    <div class="filters"><label class="search">${icon("search", 16)}<span class="hidden">${t("event.filter")}</span><input data-search value=${typed} placeholder=${t("event.filter")} spellcheck="false" autocomplete="off" onInput=${({ target }) => setTyped(target.value)} /><kbd>/</kbd></label></div>
    ${list.failure && html`<${Failed} failure=${list.failure} retry=${list.load} />`}
    ${!list.data && !list.failure && html`<${Skeleton} />`}
    ${list.data && !list.failure && (rows.length === 0 ? html`<${Empty} mark="events" title=${t("event.empty")} text=${t("event.emptyText")} />` : html`<section class="card panel"><div class="master">
      <div class="tablebox short"><table><thead><tr><th scope="col">${t("event.type")}</th><th scope="col">${t("audit.record")}</th><th scope="col" class="wideonly">${t("event.actor")}</th><th scope="col">${t("hook.when")}</th></tr></thead>
        <tbody>${rows.map((event) => html`<tr key=${event.uuid} class="linked${event === shown ? " chosen" : ""}${known.has(event.uuid) ? " fresh" : ""}"><td><button type="button" class="rowlink rowbutton mono" aria-pressed=${event === shown} onClick=${() => setChosen(event.uuid)}>${eventType(event.type)}</button></td>
          <td data-data>${nameOfEvent(event)}</td><td class="wideonly">${event.actor?.label ?? "–"}</td><td class="muted">${ago(event.timestamp)}</td></tr>`)}</tbody></table></div>
      ${shown && html`<${Event} key=${shown.uuid} event=${shown} />`}</div></section>`)}`;
}

/** The record of an event by its name at that time. */
const nameOfEvent = ({ labels, data }) => capital(labels?.[data?.object?.uuid] ?? nameOf(data?.object) ?? "–");

/** A message of the socket in the shape of the API's events, as far as it goes. */
const plain = ({ uuid, type, timestamp, record, object }) => ({ uuid, type, timestamp, record, isShort: true, data: { object: object ?? null } });

function Event({ event }) {
  const { data } = useQuery(event.isShort ? "/events/" + event.uuid : null);
  const whole = data ?? event;
  const object = whole.data?.object;
  const link = linkOf(whole.type.split(".")[0], object?.uuid);
  return html`<div class="detail"><div class="cardhead"><div><h2 class="mono">${whole.type}</h2><p class="mono muted small">${whole.uuid}</p></div>
      ${link && html`<a class="button plain" href=${link}>${t("event.record")}</a>`}</div>
    <p class="line"><b data-data>${nameOfEvent(event)}</b> <span class="muted">${moment(whole.timestamp)}</span> <span>${whole.actor?.label}</span></p>
    ${whole.request_id && html`<p class="muted small">${t("failed.request")} <code>${whole.request_id}</code></p>`}
    <${Json} value=${whole.data} label=${t("hook.body")} /></div>`;
}
