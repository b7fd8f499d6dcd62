import { act } from "../base/api.js";
import { useLive } from "../base/feed.js";
import { ago, capital, moment, number, words } from "../base/format.js";
import { html, useState } from "../base/lib.js";
import { linkOf } from "../base/places.js";
import { putInto, useQuery } from "../base/query.js";
import { href, route } from "../base/router.js";
import { isKnown } from "../base/seen.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";
import { update } from "../ui/edit.js";
import { Menu } from "../ui/menu.js";
import { Button, Facts, Note, PageHead, Pill } from "../ui/parts.js";
import { Empty, Failed, Skeleton } from "../ui/states.js";
import { Tabs } from "../ui/tabs.js";
import { say, sayFailure } from "../ui/toast.js";
import { connect, disconnect } from "./crmforms.js";
import { Conflicts } from "./conflicts.js";
import { Mapping } from "./mapping.js";
import { Below } from "./partnertabs.js";

/** The connections to CRMs, and what they do. */
export function Crm({ uuid }) {
  const query = useQuery("/crm-connections", { pageSize: 50 });
  const { data, failure, load, change } = query;
  useLive(["crm_connection.*"], (event) => isKnown(query.data, event) || query.loadSoon(), query);
  const writes = may("write", "crm-connections");
  const head = (count) => html`<${PageHead} title=${t("frame.crm")} count=${count}>${writes && html`<${Button} kind="primary" mark="plus" data-new onClick=${() => connect(load)}>${t("crm.connect")}<//>`}<//>`;
  if (failure) return html`${head()}<${Failed} failure=${failure} retry=${load} />`;
  if (!data) return html`${head()}<${Skeleton} />`;
  const list = data.data;
  const shown = list.find((connection) => connection.uuid === uuid) ?? list[0];
  const put = (after) => putInto({ change }, after);
  return html`${head(number(data.meta["record-count"]))}
    ${list.length === 0 && html`<${Empty} mark="crm" title=${t("crm.empty")} text=${t("crm.emptyText")} />`}
    <ul class="choices">${list.map((connection) => html`<li key=${connection.uuid}><a class="card choice" href=${href("crm/" + connection.uuid)} aria-current=${connection === shown ? "true" : undefined}>
      <span class="two"><b>${connection.label}</b><small>${connection.remote_account?.label ?? capital(words(connection.provider))}</small></span><${Pill} value=${connection.status} /></a></li>`)}</ul>
    ${shown && html`<${Connection} key=${shown.uuid} connection=${shown} put=${put} reload=${load} writes=${writes} />`}`;
}

function Connection({ connection, put, reload, writes }) {
  const path = "/crm-connections/" + connection.uuid;
  const { params } = useStore(route);
  const [begun, setBegun] = useState(0);
  const run = async (step, text) => {
    try {
      const outcome = await step();
      say(text?.(outcome) ?? t("crm.started"));
      setBegun((count) => count + 1);
      reload();
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const test = () => run(() => act(path + "/test"), ({ ok, remote_account, missing, message }) => (ok ? t("crm.tested", { name: remote_account?.label ?? "" }) : message ?? missing.join(", ")));
  const pause = () => update(path, connection, { status: connection.status === "paused" ? "active" : "paused" }).then(put, sayFailure);
  const { quota } = connection;
  return html`<section class="card"><div class="cardhead"><h2>${connection.label}</h2>${writes && html`<div class="actions">
      <${Button} onClick=${test}>${t("crm.test")}<//><${Button} onClick=${() => run(() => act(path + "/sync", { dry_run: true }))}>${t("crm.dry")}<//>
      <${Button} mark="again" onClick=${() => run(() => act(path + "/sync", {}))}>${t("crm.sync")}<//>
      <${Menu} label=${t("common.more")} mark="dots" end entries=${[
        { text: t(connection.status === "paused" ? "crm.resume" : "crm.pause"), mark: connection.status === "paused" ? "play" : "pause", run: pause },
        { text: t("crm.disconnect"), mark: "trash", danger: true, run: () => disconnect(connection, reload) },
      ]} /></div>`}</div>
    ${connection.status_reason && html`<${Note} kind="warn">${connection.status_reason}<//>`}
    <${Facts} list=${[
      [t("crm.account"), connection.remote_account && `${connection.remote_account.label} (${connection.remote_account.id})`],
      [t("crm.last"), ago(connection.last_success_at)],
      [t("crm.every"), t("crm.minutes", { n: number(connection.sync_every_minutes) })],
      [t("crm.quota"), quota && t("crm.used", { used: number(quota.used), share: number(quota.share), limit: number(quota.limit) })],
      [t("crm.brake"), t("format.percent", { n: number(connection.delete_brake) })],
    ]} /></section>
    <${Tabs} label=${connection.label} chosen=${params.tab} tabs=${[
      { name: "conflicts", text: t("crm.conflicts"), draw: () => html`<${Conflicts} connection=${connection} writes=${writes} />` },
      { name: "runs", text: t("crm.runs"), draw: () => html`<${Below} key=${begun} path=${path + "/runs"} isPending=${({ status }) => status === "running"} columns=${runColumns(connection)} label=${t("crm.runs")} empty=${t("crm.noRuns")} mark="again" />` },
      { name: "links", text: t("crm.links"), draw: () => html`<${Below} path="/crm-links" base=${{ connection_uuid: connection.uuid }} columns=${linkColumns()} label=${t("crm.links")} empty=${t("crm.noLinks")} mark="network" />` },
      { name: "log", text: t("crm.log"), draw: () => html`<${Below} path="/crm-log" base=${{ connection_uuid: connection.uuid }} columns=${logColumns()} label=${t("crm.log")} empty=${t("crm.noLog")} mark="audit" />` },
      { name: "mapping", text: t("crm.mapping"), draw: () => html`<${Mapping} path=${path} writes=${writes} />` },
    ]} />`;
}

const recordLink = ({ resource, record_uuid }) => {
  const link = linkOf(resource, record_uuid);
  return link ? html`<a href=${link}>${capital(words(resource))}</a>` : capital(words(resource));
};

/** What a run wrote, or what a dry run would write. */
const showRun = (connection, run) => open((close) => html`<${Dialog} title=${t(run.dry_run ? "crm.planned" : "crm.writes")} close=${close} wide>
  <${Below} path="/crm-log" base=${{ connection_uuid: connection.uuid, run_uuid: run.uuid }} columns=${logColumns()} label=${t("crm.log")} empty=${t(run.dry_run ? "crm.nothingPlanned" : "crm.noLog")} mark="audit" /><//>`);

const runColumns = (connection) => [
  { name: "begun", text: t("hook.when"), draw: ({ created_at }) => moment(created_at) },
  { name: "status", text: t("lead.status"), draw: ({ status, dry_run }) => html`<${Pill} value=${status} /> ${dry_run && html`<${Pill} as="info" text=${t("crm.dry")} />`}` },
  { name: "counts", text: t("crm.counts"), draw: ({ counts, reason, ...run }) => html`${t("crm.counted", counts)}${reason && html`<small>${reason}</small>`}<p><${Button} small kind="quiet" onClick=${() => showRun(connection, run)}>${t(run.dry_run ? "crm.planned" : "crm.writes")}<//></p>` },
];

const linkColumns = () => [
  { name: "record", text: t("audit.record"), draw: recordLink },
  { name: "status", text: t("lead.status"), draw: ({ status, problem }) => html`<${Pill} value=${status} />${problem && html`<small>${problem.message}</small>`}` },
  { name: "remote", text: t("crm.remote"), wide: true, draw: ({ object, remote_id }) => html`<code>${object} ${remote_id}</code>` },
];

const logColumns = () => [
  { name: "when", text: t("hook.when"), draw: ({ created_at }) => ago(created_at) },
  { name: "record", text: t("audit.record"), draw: recordLink },
  { name: "outcome", text: t("hook.outcome"), draw: ({ outcome, direction, action }) => html`${capital(words(outcome))}<small>${[action, direction].filter(Boolean).map(words).join(" · ")}</small>` },
  { name: "changes", text: t("audit.changes"), wide: true, draw: ({ changes, message }) => html`${message}${changes.slice(0, 3).map(({ field, before, after }) => html`<p class="change"><span class="muted">${words(field)} ${before}</span> <b>${after}</b></p>`)}` },
];
