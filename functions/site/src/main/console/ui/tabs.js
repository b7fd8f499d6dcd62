import { html } from "../base/lib.js";
import { refine } from "../base/router.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs whose choice stands in the address. A tab has `name`, `text`, `count`, `draw`. */
export function Tabs({ label, tabs, chosen }) {
  const here = tabs.find(({ name }) => name === chosen) ?? tabs[0];
  const pick = (name) => refine({ tab: name === tabs[0].name ? null : name });
  const onKeyDown = (event) => {
    if (!STEPS[event.key]) return;
    event.preventDefault();
    const next = tabs.at((tabs.indexOf(here) + STEPS[event.key]) % tabs.length);
    pick(next.name);
    event.currentTarget.querySelector("#tab-" + next.name).focus();
  };
  return html`<section class="card tabs">
    <div role="tablist" aria-label=${label} onKeyDown=${onKeyDown}>${tabs.map(({ name, text, count }) => html`<button type="button" role="tab" key=${name}
      id=${"tab-" + name} aria-selected=${here.name === name} aria-controls="tabpanel" tabindex=${here.name === name ? 0 : -1} onClick=${() => pick(name)}>
      ${text}${count !== undefined && html` <span class="count">${count}</span>`}</button>`)}</div>
    <div role="tabpanel" id="tabpanel" aria-labelledby=${"tab-" + here.name} key=${here.name}>${here.draw()}</div>
  </section>`;
}
