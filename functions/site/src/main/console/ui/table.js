import { html } from "../base/lib.js";
import { number } from "../base/format.js";
import { refine } from "../base/router.js";
import { t } from "../texts.js";
import { icon } from "./icons.js";
import { Button } from "./parts.js";

/**
 * A column has `name`, `text`, `draw(record)`, and perhaps `sort` (the name in `sort=`), `right`, `wide` (not on phones),
 * `mid` (not on small screens). The first column's content stands in the row's link.
 */
export const Table = ({ label, columns, rows, link, sort, busy, onSort, select, chosen, fresh }) => html`
  <div class="tablebox" aria-busy=${busy || undefined}>
    <table><caption class="hidden">${label}</caption>
      <thead><tr>
        ${select && html`<th class="narrow" scope="col"><span class="hidden">${t("table.select")}</span></th>`}
        ${columns.map((column) => html`<th key=${column.name} scope="col" class=${kindOf(column)} aria-sort=${direction(column, sort)}>
          ${column.sort ? html`<button type="button" onClick=${() => onSort(next(column, sort))}>${column.text}${arrow(column, sort)}</button>` : column.text}
        </th>`)}
      </tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${row.uuid} class="${link ? "linked" : ""}${chosen === row.uuid ? " chosen" : ""}${fresh?.has(row.uuid) ? " fresh" : ""}">
        ${select && html`<td class="narrow"><input type="checkbox" aria-label=${t("table.selectOne", { name: select.name(row) })}
          checked=${select.chosen.has(row.uuid)} onChange=${() => select.toggle(row.uuid)} /></td>`}
        ${columns.map((column, at) => html`<td key=${column.name} class=${kindOf(column)}>
          ${at === 0 && link ? html`<a class="rowlink" href=${link(row)} aria-current=${chosen === row.uuid ? "true" : undefined}>${column.draw(row)}</a>` : column.draw(row)}
        </td>`)}
      </tr>`)}</tbody>
    </table>
  </div>`;

const kindOf = ({ right, wide, mid }) => [right && "right", wide && "wideonly", mid && "midonly"].filter(Boolean).join(" ");
const isBy = (column, sort) => column.sort && (sort ?? "").replace("-", "") === column.sort;
const direction = (column, sort) => (isBy(column, sort) ? (sort.startsWith("-") ? "descending" : "ascending") : undefined);
const arrow = (column, sort) => isBy(column, sort) && icon(sort.startsWith("-") ? "down" : "up", 12);
const next = (column, sort) => (isBy(column, sort) && !sort.startsWith("-") ? "-" + column.sort : column.sort);

export const Pager = ({ meta, onPage = (page) => refine({ page: page > 1 ? page : null }, false) }) => {
  const page = meta.page;
  const first = (page - 1) * meta["page-size"] + 1;
  const last = Math.min(page * meta["page-size"], meta["record-count"]);
  return meta["record-count"] > meta["page-size"] && html`<nav class="pager" aria-label=${t("table.pages")}>
    <span>${t("table.range", { first: number(first), last: number(last), all: number(meta["record-count"]) })}</span>
    <${Button} small mark="left" aria-label=${t("table.before")} disabled=${page <= 1} onClick=${() => onPage(page - 1)} />
    <${Button} small mark="right" aria-label=${t("table.after")} disabled=${page >= meta["page-count"]} onClick=${() => onPage(page + 1)} />
  </nav>`;
};
