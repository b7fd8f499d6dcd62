import { html, useEffect, useRef, useState } from "../base/lib.js";
import { number, sums } from "../base/format.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { drag, dragged, holdScroll } from "./drag.js";
import { Menu } from "./menu.js";
import { Button, Stage } from "./parts.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Columns of cards. A group has `key`, `stage`, `record_count`, `sums`, `data` and `hasMore`. `move(record, key)` moves a card, which a
 * person does with the pointer, with Shift and an arrow key, or with the card's menu.
 */
export function Board({ groups, move, draw, name, link, more, writes, drop, busy }) {
  const [picked, setPicked] = useState(groups[0]?.key);
  const held = useStore(dragged);
  const board = useRef();
  useEffect(() => board.current.addEventListener("touchmove", holdScroll, { passive: false }), []);
  const step = (event, record, from) => {
    if (!event.shiftKey || !STEPS[event.key] || !writes) return;
    event.preventDefault();
    const target = groups[groups.findIndex(({ key }) => key === from) + STEPS[event.key]];
    if (target) move(record, target.key, true);
  };
  return html`<nav class="pick" aria-label=${t("board.stages")}>${groups.map((group) => html`<button type="button" key=${group.key} data-column=${group.key} class=${held?.over === group.key ? "over" : ""} aria-pressed=${picked === group.key}
      onClick=${() => setPicked(group.key)}>${group.stage.label} <span>${number(group.record_count)}</span></button>`)}</nav>
    <div class="board" ref=${board} tabindex="-1" aria-busy=${busy || undefined}>${groups.map((group) => html`<section key=${group.key} data-column=${group.key} aria-label=${group.stage.label}
      class="column${picked === group.key ? " picked" : ""}${held?.over === group.key ? " over" : ""}">
      <header><h2><${Stage} stage=${group.stage} /></h2><span class="count" data-count>${number(group.record_count)}</span>
        ${group.sums?.length > 0 && html`<p class="sum">${sums(group.sums, "deal_value")}</p>`}</header>
      <ul>${group.data.map((record) => html`<li key=${record.uuid} class="boardcard${held?.item === record.uuid ? " held" : ""}"
          onContextMenu=${(event) => held && event.preventDefault()} onPointerDown=${(event) => writes && drag(event, event.currentTarget, { item: record.uuid, drop: (key) => key !== group.key && move(record, key) })}>
          <a data-card=${record.uuid} href=${link(record)} draggable=${false} onKeyDown=${(event) => step(event, record, group.key)}
            aria-label=${t("board.card", { name: name(record), stage: group.stage.label })}>${name(record)}</a>
          ${writes && html`<${Menu} label=${t("board.actions", { name: name(record) })} mark="dots" kind="quiet small" end
            entries=${groups.filter(({ key }) => key !== group.key).map(({ key, stage }) => ({ key, text: t("board.move", { stage: stage.label }), run: () => move(record, key, true) }))} />`}
          ${draw(record)}
        </li>`)}</ul>
      ${group.data.length === 0 && html`<p class="drop">${drop}</p>`}
      ${group.hasMore && html`<${Button} kind="quiet" small onClick=${() => more(group)}>
        ${t("board.more", { n: Math.min(12, group.record_count - group.data.length), all: number(group.record_count) })}<//>`}
    </section>`)}</div>`;
}
