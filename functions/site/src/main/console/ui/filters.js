import { html, useEffect, useRef, useState } from "../base/lib.js";
import { refine } from "../base/router.js";
import { t } from "../texts.js";
import { icon } from "./icons.js";
import { Menu } from "./menu.js";
import { Button } from "./parts.js";

const PAUSE = 300;

/** Search and choices of a list; all of them stand in the address. A filter has `name`, `text`, `options`, `single`. */
export function Filters({ params, search, filters, more }) {
  const used = filters.filter(({ name }) => params[name]);
  return html`<div class="filters" role="search">
    ${search && html`<${Search} value=${params.search ?? ""} label=${search} />`}
    ${filters.map((filter) => html`<${Choice} key=${filter.name} filter=${filter} value=${params[filter.name] ?? ""} />`)}
    ${(used.length > 0 || params.search) && html`<${Button} kind="quiet" mark="close"
      onClick=${() => refine({ ...Object.fromEntries(filters.map(({ name }) => [name, null])), search: null, page: null })}>${t("list.clear")}<//>`}
    ${more}
  </div>`;
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
