import { html, useLayoutEffect, useRef, useState } from "../base/lib.js";
import { store, useStore } from "../base/store.js";
import { t } from "../texts.js";
import { Button, IconButton } from "./parts.js";

const opened = store([]);
let next = 0;

/** Opens a dialog; `draw` gets a function that closes it. */
export function open(draw) {
  const entry = { key: ++next, draw };
  entry.close = () => opened.set((list) => list.filter((other) => other !== entry));
  opened.set((list) => [...list, entry]);
}

export const Dialogs = () => useStore(opened).map(({ key, draw, close }) => html`<${Fragmented} key=${key} draw=${draw} close=${close} />`);
const Fragmented = ({ draw, close }) => draw(close);

export function Dialog({ title, close, children, wide, side }) {
  const element = useRef();
  // Before the next key: a fast person types on at once.
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  const kind = side ? "side" : wide ? "wide" : "";
  return html`<dialog ref=${element} class=${kind} aria-label=${title} onClose=${close} onCancel=${close}
    onClick=${(event) => event.target === element.current && side && close()}>
    <div class="dialoghead"><h2>${title}</h2><${IconButton} mark="close" label=${t("common.close")} onClick=${close} /></div>
    <div class="dialogbody">${children}</div>
  </dialog>`;
}

/** Asks before what cannot be undone; `word` is to be typed when it is given. */
export function confirm({ title, text, action, run, word }) {
  open((close) => html`<${Confirm} ...${{ title, text, action, run, word, close }} />`);
}

function Confirm({ title, text, action, run, word, close }) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(null);
  const done = async (event) => {
    event.preventDefault();
    setBusy(true);
    try {
      await run();
      close();
    } catch (caught) {
      setFailure(caught);
      setBusy(false);
    }
  };
  return html`<${Dialog} title=${title} close=${close}><form onSubmit=${done}>
    <p>${text}</p>
    ${word && html`<label class="field"><span>${t("common.type", { word })}</span>
      <input value=${typed} autocomplete="off" onInput=${(event) => setTyped(event.target.value)} /></label>`}
    ${failure && html`<p class="notice bad" role="alert">${failure.message}</p>`}
    <div class="formactions"><${Button} onClick=${close}>${t("common.cancel")}<//>
      <${Button} kind="danger" type="submit" busy=${busy} disabled=${word && typed !== word}>${action}<//></div>
  </form><//>`;
}
