import { html, useLayoutEffect, useRef } from "../base/lib.js";
import { icon } from "./icons.js";

/** Where a record stands; a press moves it. */
export function StageBar({ stages, here, label, pick, locked }) {
  const bar = useRef();
  useLayoutEffect(() => {
    const current = bar.current?.querySelector("[aria-current]");
    if (current) bar.current.scrollLeft = current.offsetLeft - 60;
  }, [here, stages.length]);
  const at = stages.findIndex(({ uuid }) => uuid === here);
  return stages.length > 0 && html`<div class="stagebar" role="group" aria-label=${label} ref=${bar}>
    ${stages.map((stage, place) => html`<button type="button" key=${stage.uuid} class=${place < at ? "past" : place === at ? "now" : ""} disabled=${locked}
      aria-current=${place === at ? "step" : undefined} onClick=${() => place !== at && pick(stage)}>${place === at && icon("check", 14)}${stage.label}</button>`)}
  </div>`;
}
