import { html } from "../base/lib.js";
import { t } from "../texts.js";
import { copy } from "./curl.js";
import { IconButton } from "./parts.js";

const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** JSON with colours, made of elements. */
export function Json({ value, label }) {
  const text = JSON.stringify(value, null, 2);
  const parts = [];
  let last = 0;
  for (const found of text.matchAll(TOKENS)) {
    parts.push(text.slice(last, found.index));
    parts.push(found[2] ? html`<span class="jsonkey">${found[1]}</span>${found[2]}` : html`<span class=${found[1] ? "jsontext" : "jsonvalue"}>${found[0]}</span>`);
    last = found.index + found[0].length;
  }
  parts.push(text.slice(last));
  return html`<div class="json"><${IconButton} mark="copy" label=${t("common.copy")} onClick=${() => copy(text)} /><pre class="code" tabindex="0" aria-label=${label}>${parts}</pre></div>`;
}
