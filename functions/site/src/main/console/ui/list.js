import { isLongBefore } from "../base/clock.js";
import { useLive } from "../base/feed.js";
import { filtersOf, fits, mayEnter } from "../base/fits.js";
import { clock, number } from "../base/format.js";
import { html, useEffect, useState } from "../base/lib.js";
import { useQuery } from "../base/query.js";
import { refine, route } from "../base/router.js";
import { may } from "../base/session.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { exportList } from "./csv.js";
import { Curl } from "./curl.js";
import { Filters, Relax, Views } from "./filters.js";
import { Button, IconButton, PageHead } from "./parts.js";
import { Empty, Failed, Skeleton } from "./states.js";
import { Pager, Table } from "./table.js";

const SIZE = 25;

/** A page of records with the filters of the address. A visible row changes by itself; new rows wait for a person. */
export function useRecords({ path, type, params, base, size = SIZE, expand, sort }) {
  const asked = { sort, ...params, ...base, page: params.page ?? 1, pageSize: size, expand };
  const list = useQuery(path, asked);
  const [waiting, setWaiting] = useState(new Set());
  const [fresh, setFresh] = useState(new Set());
  useEffect(() => setWaiting(new Set()), [list.at]);
  const filters = filtersOf(path, asked);
  useLive(type ? [type + ".*"] : [], (event) => {
    const { type: what, record, object, changed } = event;
    const old = list.data?.data.find(({ uuid }) => uuid === record.uuid);
    if (!old && isLongBefore(event, list.since())) return undefined;
    const isDeleted = what.endsWith(".deleted");
    const isNew = !old && !isDeleted && (what === type + ".created" || mayEnter(filters, changed));
    if (isNew && fits(filters, object)) setWaiting((before) => new Set(before).add(record.uuid));
    if (isDeleted || (isNew && !fits(filters, object))) setWaiting((before) => without(before, record.uuid));
    if (!old || (old.version >= record.version && !isDeleted)) return undefined;
    setFresh(new Set([record.uuid]));
    return list.change((page) => ({ ...page, data: replaced(page.data, isDeleted, record, object) }));
  }, list);
  return { ...list, rows: list.data?.data ?? [], meta: list.data?.meta, waiting: waiting.size, fresh };
}

const without = (uuids, uuid) => (uuids.has(uuid) ? new Set([...uuids].filter((other) => other !== uuid)) : uuids);

/** New rows wait for a person, so that the list does not move below the pointer. */
export const NewRows = ({ list }) => list.waiting > 0 && html`<button type="button" class="newrows" onClick=${list.load}>${t("list.more", { n: number(list.waiting) })}</button>`;

/** What came with `expand` stays as long as it is of the same record. */
function replaced(rows, isDeleted, record, object) {
  if (isDeleted) return rows.filter(({ uuid }) => uuid !== record.uuid);
  return rows.map((row) => (row.uuid === record.uuid && object && row.version < record.version ? { ...row, ...object, ...kept(row, object) } : row));
}
const kept = (row, object) =>
  Object.fromEntries(Object.keys(row).filter((key) => row[key]?.uuid && !(key in object) && object[key + "_uuid"] !== row[key].uuid).map((key) => [key, null]));

/**
 * The page of a resource. `spec` has `title`, `path`, `type`, `group`, `columns`, `filters`, `search`, `views`, `link`, `create`,
 * `empty`, `sort`, `expand`, and perhaps `actions`, `select`, `above`.
 */
export function ListPage({ spec }) {
  const { params } = useStore(route);
  const list = useRecords({ ...spec, params: { ...params } });
  const isFiltered = Object.keys(params).some((key) => key !== "page" && key !== "sort");
  const writes = spec.create && may("write", spec.group);
  return html`<${PageHead} title=${spec.title} count=${list.meta && number(list.meta["record-count"])}>
      ${typeof spec.actions === "function" ? spec.actions(list) : spec.actions}
      <span class="actions midonly">${list.meta?.["record-count"] > 0 && html`<${IconButton} mark="download" label=${t("csv.show")} onClick=${() => exportList(spec.title, spec.path, { sort: spec.sort, ...params }, list.meta["record-count"])} />`}
      <${Curl} path=${spec.path} params=${params} /></span>
      ${writes && html`<${Button} kind="primary" mark="plus" data-new onClick=${() => spec.create(list.load)}>${spec.createText}<//>`}
    <//>
    ${spec.views && html`<${Views} views=${spec.views} params=${params} path=${spec.route ?? spec.path.slice(1)} />`}
    <${Filters} params=${params} search=${spec.search} filters=${spec.filters ?? []} />
    ${spec.above?.(list)}
    <${NewRows} list=${list} />
    <${Records} list=${list} spec=${spec} params=${params} isFiltered=${isFiltered} sort=${params.sort ?? spec.sort} />
    ${spec.create && !writes && html`<p class="muted small">${t("list.readOnly")}</p>`}`;
}

function Records({ list, spec, params, isFiltered, sort }) {
  if (list.failure) return html`<${Failed} failure=${list.failure} retry=${list.load} />`;
  if (!list.data) return html`<${Skeleton} />`;
  if (list.rows.length === 0 && isFiltered) {
    return html`<${Empty} mark="search" title=${t("list.noMatch")} text=${t("list.relax")}><${Relax} params=${params} search=${spec.search} filters=${spec.filters ?? []} /><//>`;
  }
  if (list.rows.length === 0) {
    return html`<${Empty} mark=${spec.mark} title=${spec.empty} text=${spec.emptyText}>
      ${spec.create && may("write", spec.group) && html`<${Button} kind="primary" mark="plus" onClick=${() => spec.create(list.load)}>${spec.createText}<//>`}${spec.emptyActions?.(list)}<//>`;
  }
  return html`<${Table} label=${spec.title} columns=${spec.columns} rows=${spec.order ? [...list.rows].sort(spec.order) : list.rows} link=${spec.link} sort=${sort} busy=${list.busy}
      onSort=${(next) => refine({ sort: next, page: null })} select=${spec.select} fresh=${list.fresh} />
    <footer class="tablefoot"><span class="muted">${t("list.asOf", { time: clock(list.at) })}</span><${Pager} meta=${list.meta} /></footer>`;
}
