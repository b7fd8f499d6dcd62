import { usePartnerNames } from "../base/config.js";
import { day, words } from "../base/format.js";
import { html, useEffect, useRef, useState } from "../base/lib.js";
import { refine } from "../base/router.js";
import { t } from "../texts.js";
import { fieldName } from "./activity.js";
import { icon } from "./icons.js";
import { Menu } from "./menu.js";
import { Button } from "./parts.js";

const PAUSE = 300;
const MOST_SHOWN = 4;
const DAY = /^\d{4}-\d\d-\d\d/;
const UUID = /^[\da-f]{8}-[\da-f]{4}-/;

/** Search and choices of a list; all of them stand in the address. A filter has `name`, `text`, `options`, `single`. */
export function Filters({ params, search, filters, more }) {
  const used = usedOf(params, search, filters);
  return html`<div class="filters" role="search">
    ${search && html`<${Search} value=${params.search ?? ""} label=${search} />`}
    ${filters.map((filter) => html`<${Choice} key=${filter.name} filter=${filter} value=${params[filter.name] ?? ""} />`)}
    ${used.filter(({ isOther }) => isOther).map(({ name, text }) => html`<${Other} key=${name} ...${{ name, text, value: params[name] }} />`)}
    ${used.length > 0 && html`<${Button} kind="quiet" mark="close" onClick=${() => drop(used)}>${t("list.clear")}<//>`}
    ${more}
  </div>`;
}

const NO_FILTERS = new Set(["page", "sort", "tab"]);

/** The filters that are used, also those that only an address has: `name`, `text`, and `isOther`. */
function usedOf(params, search, filters) {
  const texts = Object.fromEntries([["search", search], ...filters.map(({ name, text }) => [name, text])]);
  return Object.keys(params).filter((name) => params[name] && !NO_FILTERS.has(name)).map((name) => ({ name, text: texts[name] ?? fieldName(name), isOther: texts[name] === undefined }));
}

const drop = (used) => refine({ ...Object.fromEntries(used.map(({ name }) => [name, null])), page: null });

/** A filter that came with a link, which is taken away by a press. */
function Other({ name, text, value }) {
  const partner = usePartnerNames(name === "partner_uuid" ? [value] : [])[value];
  const shown = partner ?? (DAY.test(value) ? day(value) : UUID.test(value) ? t("list.one") : value.split(",").map(words).join(", "));
  return html`<button type="button" class="button plain chosen" aria-label=${t("list.without", { name: `${text} ${shown}` })} onClick=${() => drop([{ name }])}><span>${t("list.chosen", { name: text, value: shown })}</span>${icon("close", 14)}</button>`;
}

/** What a person can do if nothing matches: take filters away, one or all. */
export function Relax({ params, search, filters }) {
  const used = usedOf(params, search, filters);
  return html`${used.length > 1 && used.slice(0, MOST_SHOWN).map(({ name, text }) => html`<${Button} key=${name} mark="close" onClick=${() => drop([{ name }])}>${t("list.without", { name: name === "search" ? t("list.search") : text })}<//>`)}
    <${Button} kind="primary" onClick=${() => drop(used)}>${t("list.clear")}<//>`;
}

function Search({ value, label }) {
  const [text, setText] = useState(value);
  const timer = useRef();
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText((sent.current = value));
  }, [value]);
  const type = (next) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => refine({ search: (sent.current = next.trim()), page: null }), PAUSE);
  };
  return html`<label class="search">${icon("search")}<span class="hidden">${label}</span>
    <input type="search" data-search value=${text} placeholder=${label} autocomplete="off" onInput=${(event) => type(event.target.value)} /><kbd>/</kbd></label>`;
}

function Choice({ filter, value }) {
  const chosen = value ? value.split(",") : [];
  const toggle = (option) => {
    const next = filter.single ? (chosen.includes(option) ? [] : [option]) : chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
    refine({ [filter.name]: next.join(","), page: null });
  };
  const first = filter.options.find(([option]) => option === chosen[0])?.[1];
  const text = chosen.length ? t("list.chosen", { name: filter.text, value: (first ?? "1") + (chosen.length > 1 ? ` +${chosen.length - 1}` : "") }) : filter.text;
  return html`<${Menu} text=${text} chosen=${chosen.length > 0} keeps=${!filter.single}
    entries=${filter.options.map(([option, name]) => ({ key: option, text: name, checked: chosen.includes(option), run: () => toggle(option) }))} />`;
}

/** Named addresses of a list. */
export const Views = ({ views, params, path }) => html`<nav class="views" aria-label=${t("list.views")}>
  ${views.map(({ text, filter }) => {
    const keys = Object.keys(params).filter((key) => key !== "page" && key !== "sort");
    const here = keys.length === Object.keys(filter).length && keys.every((key) => params[key] === filter[key]);
    const query = new URLSearchParams(filter).toString();
    return html`<a key=${text} href=${"#/" + path + (query ? "?" + query : "")} aria-current=${here ? "page" : undefined}>${text}</a>`;
  })}
</nav>`;
