import { get } from "../base/api.js";
import { untilSpare } from "../base/budget.js";
import { number } from "../base/format.js";
import { html, useEffect, useRef, useState } from "../base/lib.js";
import { t } from "../texts.js";
import { Dialog, open } from "./dialog.js";
import { Button, Note } from "./parts.js";
import { sentence } from "./states.js";

const SIZE_OF_EXPORT = 50;
const PATIENCE = 1_000;
const LIST_FIELDS = new Set(["page", "pageSize"]);

/** A cell that a spreadsheet takes for a text, and not for a formula. */
function cell(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvOf(records) {
  const names = [...new Set(records.flatMap(Object.keys))];
  return [names, ...records.map((record) => names.map((name) => record[name]))].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}

export const callsOf = (count) => Math.max(1, Math.ceil(count / SIZE_OF_EXPORT));

/** Reads a list page by page, as the budget of requests allows, until `isEnded`. `onPage` hears the number of pages that are read. */
export async function everyPage(path, params, count, isEnded, onPage) {
  const filters = Object.fromEntries(Object.entries(params).filter(([name]) => !LIST_FIELDS.has(name)));
  const records = [];
  for (let page = 1, pages = callsOf(count); page <= pages && !isEnded(); page++) {
    onPage(page - 1);
    await untilSpare(isEnded);
    const { data, meta } = await get(path, { ...filters, page, pageSize: SIZE_OF_EXPORT });
    records.push(...data);
    pages = meta["page-count"];
  }
  return records;
}

/** Asks before a list is read page by page, since each page is a request. */
export const exportList = (title, path, params, count) => open((close) => html`<${Export} ...${{ title, path, params, count, close }} />`);

function Export({ title, path, params, count, close }) {
  const [done, setDone] = useState(null);
  const [failure, setFailure] = useState(null);
  const ended = useRef(false);
  useEffect(() => () => (ended.current = true), []);
  const calls = callsOf(count);
  const run = async () => {
    setFailure(null);
    try {
      const records = await everyPage(path, params, count, () => ended.current, setDone);
      if (ended.current) return;
      download(path.slice(1).replaceAll("/", "-") + ".csv", csvOf(records));
      close();
    } catch (caught) {
      setFailure(caught);
      setDone(null);
    }
  };
  return html`<${Dialog} title=${t("csv.title", { title })} close=${close}><p>${t("csv.text", { n: number(count), calls: number(calls) })}</p>
    ${failure && html`<${Note} kind="bad">${sentence(failure)}<//>`}
    ${done !== null && html`<p role="status"><progress max=${calls} value=${done} aria-label=${t("csv.progress")} /> ${t("csv.page", { page: number(done), of: number(calls) })}</p>`}
    <div class="formactions"><${Button} onClick=${close}>${t("common.cancel")}<//><${Button} kind="primary" mark="download" busy=${done !== null} onClick=${run}>${t("csv.go")}<//></div><//>`;
}
