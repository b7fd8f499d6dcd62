import { ofKind, useConfig } from "../base/config.js";
import { ago, briefMoney, capital, clock, daysAgo, money, number, percent, sums, today } from "../base/format.js";
import { useKept } from "../base/kept.js";
import { useLatest } from "../base/latest.js";
import { html } from "../base/lib.js";
import { linkOf, nameOf } from "../base/places.js";
import { href, refine, route } from "../base/router.js";
import { session } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Bars, Shares } from "../ui/chart.js";
import { Avatar, Card, Figures, PageHead, Stage } from "../ui/parts.js";
import { Failed, Skeleton } from "../ui/states.js";
import { Setup } from "./setup.js";

const PERIODS_SHOWN = [["30", "day"], ["90", "week"], ["365", "month"]];
const MOST_EVENTS = 6;
const CHANGES_SHOWN = ["partner.*", "lead.*", "deal.*", "payment.*"];
const short = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" });
const label = (start) => short.format(new Date(start));

export function Overview() {
  const { params } = useStore(route);
  const [days, interval] = PERIODS_SHOWN.find(([length]) => length === params.days) ?? PERIODS_SHOWN[1];
  const period = { from: daysAgo(days - 1), to: today() };
  const before = { from: daysAgo(2 * days - 1), to: daysAgo(days) };
  const summary = useKept("/analytics/summary", { ...period, compare: "previous" }, CHANGES_SHOWN, true);
  const series = useKept("/analytics/series", { metrics: "won_value", interval, from: before.from, to: period.to }, CHANGES_SHOWN, true);
  const leaders = useKept("/analytics/partners", { ...period, sort: "-won_value", pageSize: 5 }, CHANGES_SHOWN, true);
  const { stages } = useConfig("stages");
  if (summary.failure) return html`<${PageHead} title=${t("frame.overview")} /><${Failed} failure=${summary.failure} retry=${summary.load} />`;
  return html`<${PageHead} title=${t("frame.overview")}><nav class="views" aria-label=${t("overview.period")}>${PERIODS_SHOWN.map(([length]) => html`<button type="button" class="viewbutton" key=${length}
      aria-pressed=${length === days} onClick=${() => refine({ days: length })}>${t("overview.days", { n: length })}</button>`)}</nav><//>
    ${summary.data ? html`<${Numbers} summary=${summary.data} period=${period} />` : html`<${Skeleton} rows=${2} />`}
    <${Setup} summary=${summary.data} />
    <div class="overview"><div class="stack">
      <${Card} title=${t("overview.won")}>${series.data ? html`<${Won} series=${series.data} split=${period.from} />` : html`<${Skeleton} rows=${4} />`}<//>
      <${Card} title=${t("overview.leaders")}>${leaders.data ? html`<${Leaders} list=${leaders.data.data} />` : html`<${Skeleton} rows=${4} />`}<//></div>
    <div class="stack"><${Card} title=${t("overview.stages")}><${Stages} stages=${ofKind(stages, "deal")} /><//><${Card} title=${t("overview.latest")}><${Latest} /><//></div></div>
    ${summary.data && html`<p class="muted small">${t("list.asOf", { time: clock(Date.parse(summary.data.as_of)) })}</p>`}`;
}

/** The change against the period before, in percent. */
function versus(now, then) {
  if (!then) return t("overview.noBefore");
  const change = Math.round((100 * (now - then)) / then);
  return t(change >= 0 ? "overview.more" : "overview.less", { n: number(Math.abs(change)) });
}

/** A sum in the company's own currency; the note has those in others, since nothing is ever converted. */
function figure(list, note) {
  const own = session.get().company.currency_code;
  const others = sums((list ?? []).filter(({ currency_code }) => currency_code !== own));
  return { value: money(ownOf(list), own), note: others === sums([]) ? note : t("overview.also", { note, sums: others }) };
}
const ownOf = (list) => list?.find(({ currency_code }) => currency_code === session.get().company.currency_code)?.value ?? 0;
const tenth = (value) => value && Math.round(10 * value) / 10;

function Numbers({ summary: { current, previous }, period }) {
  const closed = { closed_after: period.from + "T00:00:00Z" };
  return html`<${Figures} list=${[
    { name: t("overview.won"), ...figure(current.won_value, versus(ownOf(current.won_value), ownOf(previous?.won_value))), link: href("deals", { phase: "closed_won", ...closed }) },
    { name: t("overview.open"), ...figure(current.open_value, t("overview.both", { first: t("overview.deals", { n: number(current.open_count) }), second: versus(ownOf(current.open_value), ownOf(previous?.open_value)) })), link: href("deals", { phase: "discovery,negotiation" }) },
    { name: t("overview.rate"), value: percent(tenth(current.win_rate)), note: t("overview.both", { first: t("overview.wonOf", { won: number(current.won_count), all: number(current.won_count + current.lost_count) }), second: previous?.win_rate ? t("overview.before", { value: percent(tenth(previous.win_rate)) }) : t("overview.noBefore") }), link: href("deals", { phase: "closed_won,closed_lost", ...closed }) },
    { name: t("overview.partners"), value: number(current.partners_created), note: versus(current.partners_created, previous?.partners_created), link: href("partners", { created_after: period.from + "T00:00:00Z" }) },
    { name: t("overview.due"), ...figure(current.commission_due, versus(ownOf(current.commission_due), ownOf(previous?.commission_due))), link: href("payments", { due_after: period.from, due_before: period.to }) },
  ]} />`;
}

function Won({ series, split }) {
  const points = series.points.map(({ start, won_value }) => ({ start, value: won_value ?? 0 }));
  const own = points.filter(({ start }) => start >= split);
  const before = points.filter(({ start }) => start < split).slice(-own.length);
  return html`<${Bars} points=${own} before=${before} label=${label} text=${(value) => money(value, series.currency_code)} brief=${(value) => briefMoney(value, series.currency_code)} title=${t("overview.chart", { currency: series.currency_code })} />
    <p class="muted small">${t("overview.dashed")}</p>`;
}

const Leaders = ({ list }) => list.length === 0 ? html`<p class="muted">${t("overview.nobody")}</p>` : html`<ol class="rows">${list.map((leader) => html`<li key=${leader.partner_uuid}><${Avatar} name=${leader.partner_name} />
  <span class="two"><a href=${href("partners/" + leader.partner_uuid)}><b>${leader.partner_name}</b></a><small>${t("overview.leader", { won: number(leader.won_count), open: number(leader.open_count), rate: percent(tenth(leader.win_rate)) })}</small></span>
  <b class="value">${sums(leader.won_value)}</b></li>`)}</ol>`;

const Stages = ({ stages }) => html`<${Shares} label=${t("overview.stages")} parts=${stages.filter(({ phase }) => !phase.startsWith("closed")).map((stage) => ({
  key: stage.uuid, value: stage.record_count ?? 0, kind: stage.phase, draw: html`<${Stage} stage=${stage} />`, text: number(stage.record_count), link: href("deals", { stage_uuid: stage.uuid }) }))} />`;

function Latest() {
  const all = useLatest();
  if (!all) return html`<${Skeleton} rows=${MOST_EVENTS} />`;
  // A change that has a type of its own is also an update.
  const list = all.filter((event) => !event.type.endsWith(".updated") || !all.some((other) => other !== event && other.timestamp === event.timestamp && subjectOf(other) === subjectOf(event))).slice(0, MOST_EVENTS);
  return html`<ul class="rows dense">${list.map((event) => html`<li key=${event.uuid}><span class="two"><${Subject} event=${event} /><small class="mono">${event.type}</small></span><span class="spread" /><time class="muted">${ago(event.timestamp)}</time></li>`)}</ul>`;
}

const subjectOf = ({ data, record }) => data?.object?.uuid ?? record?.uuid;

/** The record of an event by its name: the one of now from the API, or the one that the socket told. */
function Subject({ event }) {
  const object = event.data?.object ?? event.object;
  const name = capital(event.labels?.[object?.uuid] ?? nameOf(object) ?? "");
  const link = linkOf(event.type.split(".")[0], object?.uuid);
  return name && link ? html`<a href=${link} data-data>${name}</a>` : html`<span data-data>${name}</span>`;
}
