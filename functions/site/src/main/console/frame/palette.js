import { get } from "../base/api.js";
import { words, capital } from "../base/format.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../base/lib.js";
import { pageOf } from "../base/places.js";
import { useSettled } from "../base/query.js";
import { go } from "../base/router.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";
import { icon } from "../ui/icons.js";
import { sentence } from "../ui/states.js";

const MARKS_OF = { partner: "partners", contact: "user", lead: "leads", deal: "deals" };
const PAGES_TO_GO = ["overview", "inbox", "partners", "board", "contacts", "leads", "deals", "payments", "rules", "webhooks", "events", "keys", "audit", "crm", "settings", "notifications"];
let isOpen = false;

/** Opens the search over everything. */
export function openPalette() {
  if (isOpen) return;
  isOpen = true;
  open((close) => html`<${Palette} close=${() => ((isOpen = false), close())} />`);
}

function Palette({ close }) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [found, setFound] = useState([]);
  const [failure, setFailure] = useState(null);
  const settled = useSettled(text.trim(), 250);
  const input = useRef();
  useLayoutEffect(() => input.current.focus(), []);
  useEffect(() => {
    if (settled.length < 2) return setFound([]);
    const aborter = new AbortController();
    get("/search", { q: settled, limit: 5 }, { signal: aborter.signal }).then(({ data }) => (setFound(data), setFailure(null)), (caught) => caught.name !== "AbortError" && setFailure(caught));
    return () => aborter.abort();
  }, [settled]);
  const pages = PAGES_TO_GO.filter((name) => text && t("frame." + name).toLowerCase().includes(text.trim().toLowerCase())).slice(0, 4).map((name) => ({ key: name, mark: name === "keys" ? "key" : name === "notifications" ? "bell" : name === "contacts" ? "user" : name, label: t("frame." + name), path: name }));
  const records = found.map(({ type, uuid, label, detail }) => ({ key: uuid, mark: MARKS_OF[type], label, detail: [capital(words(type)), detail].filter(Boolean).join(" · "), path: pageOf(type, uuid) }));
  const list = [...records, ...pages];
  const pick = (one) => {
    close();
    go(one.path);
  };
  const onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.length) {
      event.preventDefault();
      setAt((at + step + list.length) % list.length);
    }
    if (event.key === "Enter" && list[at]) {
      event.preventDefault();
      pick(list[at]);
    }
  };
  useEffect(() => setAt(0), [list.length]);
  return html`<${Dialog} title=${t("frame.search")} close=${close}><input class="plaininput" ref=${input} role="combobox" aria-label=${t("palette.label")} aria-expanded=${list.length > 0} aria-controls="palette" aria-activedescendant=${list[at] ? "p-" + list[at].key : undefined}
      placeholder=${t("palette.label")} value=${text} autocomplete="off" spellcheck="false" onInput=${({ target }) => setText(target.value)} onKeyDown=${onKeyDown} />
    <ul class="palette" id="palette" role="listbox" aria-label=${t("frame.search")}>${list.map((one, place) => html`<li key=${one.key} id=${"p-" + one.key} role="option" aria-selected=${place === at} onClick=${() => pick(one)} onPointerMove=${() => setAt(place)}>
      ${icon(one.mark, 16)}<span class="two"><b>${one.label}</b>${one.detail && html`<small>${one.detail}</small>`}</span></li>`)}</ul>
    <p class="muted small" role="status">${failure ? sentence(failure) : settled.length < 2 ? t("palette.hint") : list.length === 0 ? t("list.noMatch") : ""}</p><//>`;
}
