import { html, render, useEffect, useMemo, useRef, useState } from "../console/base/lib.js";
import { ADDRESS, operations } from "./document.js";
import { Operation } from "./operation.js";
import { Text } from "./markdown.js";

// Links of the viewer before had the name of a group too: #/Tags/listTags.
const place = () => decodeURIComponent(location.hash.split("/").pop().replace("#", ""));

function Group({ tag, entries, current, isOpen }) {
  return html`<details open=${isOpen || entries.some((entry) => entry.id === current)}>
    <summary>${tag.name}</summary>
    <ul>${entries.map((entry) => html`<li key=${entry.id}><a href=${`#/${entry.id}`} aria-current=${entry.id === current ? "page" : undefined}>
      <span class=${`method ${entry.verb}`}>${entry.verb.toUpperCase()}</span><span>${entry.operation.summary}</span></a></li>`)}</ul>
  </details>`;
}

function Nav({ api, all, current }) {
  const [words, setWords] = useState("");
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((entry) => wanted.every((word) => `${entry.verb} ${entry.path} ${entry.operation.summary} ${entry.id}`.toLowerCase().includes(word)));
  const groups = (api.tags ?? []).map((tag) => [tag, found.filter((entry) => entry.tag === tag.name)]).filter(([, entries]) => entries.length);
  return html`<nav aria-label="Operations">
    <a class="home" href="#/" aria-current=${current ? undefined : "page"}>${api.info.title}</a>
    <label for="words">Search operations</label>
    <input id="words" type="search" autocomplete="off" value=${words} onInput=${(event) => setWords(event.currentTarget.value)} />
    ${groups.map(([tag, entries]) => html`<${Group} key=${tag.name} tag=${tag} entries=${entries} current=${current} isOpen=${wanted.length > 0} />`)}
    <p class="muted" role="status">${groups.length ? "" : "No operation has these words."}</p>
  </nav>`;
}

function Introduction({ api }) {
  return html`<h1 tabindex="-1">${api.info.title} ${api.info.version}</h1>
    <${Text} text=${api.info.description} />
    <h2>Groups</h2>
    <ul class="fields">${(api.tags ?? []).map((tag) => html`<li key=${tag.name}><b>${tag.name}</b><${Text} text=${tag.description} /></li>`)}</ul>
    <p>The <a href="openapi.json">OpenAPI document</a> has the same for programs.</p>`;
}

function Docs({ api }) {
  const [current, setCurrent] = useState(place());
  const all = useMemo(() => operations(api), [api]);
  const main = useRef();
  const first = useRef(true);
  useEffect(() => {
    const move = () => setCurrent(place());
    addEventListener("hashchange", move);
    return () => removeEventListener("hashchange", move);
  }, []);
  const entry = all.find((one) => one.id === current);
  useEffect(() => {
    document.title = entry ? `${entry.operation.summary} – ${api.info.title}` : api.info.title;
    if (!first.current) {
      scrollTo(0, 0);
      main.current.querySelector("h1")?.focus();
    }
    first.current = false;
  }, [current]);
  return html`<div class="docs"><${Nav} api=${api} all=${all} current=${entry ? current : ""} />
    <main ref=${main}>${entry ? html`<${Operation} key=${entry.id} api=${api} entry=${entry} />` : html`<${Introduction} api=${api} />`}</main></div>`;
}

function show(content) {
  render(content, document.getElementById("docs"));
}

fetch(ADDRESS)
  .then((reply) => (reply.ok ? reply.json() : Promise.reject(new Error(`status ${reply.status}`))))
  .then((api) => show(html`<${Docs} api=${api} />`))
  .catch((error) => show(html`<main><h1>The document cannot be read</h1><p>${ADDRESS}: ${String(error.message)}. Reload the page to try again.</p></main>`));
