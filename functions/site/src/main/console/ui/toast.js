import { html } from "../base/lib.js";
import { store, useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Button, IconButton } from "./parts.js";
import { sentence } from "./states.js";

const shown = store([]);
let count = 0;

const drop = (key) => shown.set((list) => list.filter((toast) => toast.key !== key));

/** Says a sentence for a while. `undo` adds a button. */
export function say(text, { undo, kind = "ok" } = {}) {
  const key = ++count;
  shown.set((list) => [...list.slice(-2), { key, text, undo, kind }]);
  setTimeout(() => drop(key), kind === "bad" ? 12_000 : 7_000);
}

export const sayFailure = (failure) => say(sentence(failure), { kind: "bad" });

export const Toasts = () => html`<div class="toasts" role="status" aria-live="polite">
  ${useStore(shown).map(({ key, text, undo, kind }) => html`<div key=${key} class="toast ${kind}">
    <span>${text}</span>
    ${undo && html`<${Button} kind="quiet" small onClick=${() => (drop(key), undo())}>${t("common.undo")}<//>`}
    <${IconButton} mark="close" label=${t("common.close")} onClick=${() => drop(key)} />
  </div>`)}
</div>`;
