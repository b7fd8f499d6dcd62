import { get } from "../base/api.js";
import { html, useEffect, useState } from "../base/lib.js";
import { useSettled } from "../base/query.js";
import { t } from "../texts.js";
import { Avatar, IconButton } from "./parts.js";

const STEPS_OF_KEYS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Finds a record by its name in place of its uuid. A field has `finds`, a type of the search, and `known`, the name of the record
 * that is chosen already.
 */
export function Picker({ field, value, onChange, common }) {
  const [text, setText] = useState("");
  const [name, setName] = useState(typeof field.known === "string" ? field.known : "");
  const [found, setFound] = useState([]);
  const [at, setAt] = useState(0);
  const settled = useSettled(text.trim(), 250);
  useEffect(() => {
    if (settled.length < 2) return setFound([]);
    const aborter = new AbortController();
    get("/search", { q: settled, types: field.finds, limit: 8 }, { signal: aborter.signal }).then(({ data }) => (setFound(data), setAt(0)), () => {});
    return () => aborter.abort();
  }, [settled, field.finds]);
  const pick = (one) => {
    setName(one.label);
    setText("");
    setFound([]);
    onChange(one.uuid, one.label);
  };
  const onKeyDown = (event) => {
    if (STEPS_OF_KEYS[event.key] && found.length) {
      event.preventDefault();
      setAt((at + STEPS_OF_KEYS[event.key] + found.length) % found.length);
    } else if (event.key === "Enter" && found[at]) {
      event.preventDefault();
      pick(found[at]);
    } else if (event.key === "Escape" && found.length) {
      event.preventDefault();
      setFound([]);
    }
  };
  if (value) {
    return html`<div class="chosenrecord"><${Avatar} name=${name || "?"} /><b>${name || t("common.chosen")}</b>
      <${IconButton} mark="close" label=${t("picker.other", { name: field.label })} onClick=${() => onChange(null)} /></div>`;
  }
  const list = common.id + "-list";
  return html`<div class="picker"><input ...${common} type="text" role="combobox" aria-autocomplete="list" aria-expanded=${found.length > 0} aria-controls=${list} aria-activedescendant=${found[at] ? `${list}-${at}` : undefined}
      value=${text} placeholder=${t("picker.hint")} autocomplete="off" spellcheck="false" onInput=${({ target }) => setText(target.value)} onKeyDown=${onKeyDown} />
    <ul class="palette" id=${list} role="listbox" aria-label=${t("picker.found", { name: field.label })}>${found.map((one, place) => html`<li key=${one.uuid} id=${`${list}-${place}`} role="option" aria-selected=${place === at} onClick=${() => pick(one)} onPointerMove=${() => setAt(place)}>
      <${Avatar} name=${one.label} /><span class="two"><b>${one.label}</b>${one.detail && html`<small>${one.detail}</small>`}</span></li>`)}</ul></div>`;
}

/** Several records. `known` has the names of those that are chosen already. */
export function Pickers({ field, value, onChange }) {
  const [names, setNames] = useState(field.known ?? {});
  const chosen = value ?? [];
  const id = "f-" + field.name.replaceAll(/\W/g, "-");
  const add = (uuid, name) => {
    setNames((before) => ({ ...before, [uuid]: name }));
    onChange([...chosen.filter((other) => other !== uuid), uuid]);
  };
  return html`<label for=${id}>${field.label}</label><span class="chips">${chosen.map((uuid) => html`<span class="chip" key=${uuid}>${names[uuid] ?? t("common.chosen")}
      <${IconButton} mark="close" label=${t("picker.drop", { name: names[uuid] ?? "" })} onClick=${() => onChange(chosen.filter((other) => other !== uuid))} /></span>`)}</span>
    <${Picker} key=${chosen.length} field=${field} value=${null} common=${{ id }} onChange=${add} />`;
}
