import { html, useEffect, useRef, useState } from "../base/lib.js";
import { icon } from "./icons.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A button with a list below it. An entry has `text`, `run`, and perhaps `mark`, `checked` or `danger`. With `keeps` the list
 * stays open, for several choices.
 */
export function Menu({ label, text, mark, entries, keeps, kind = "plain", chosen, end, busy }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef();
  const button = useRef();
  useEffect(() => {
    if (!isOpen) return;
    root.current.querySelector("[role^=menuitem]")?.focus();
    const outside = (event) => root.current.contains(event.target) || setOpen(false);
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current.focus();
  };
  const onKeyDown = (event) => {
    const items = [...root.current.querySelectorAll("[role^=menuitem]")];
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      close();
    } else if (STEPS[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      items.at((items.indexOf(document.activeElement) + STEPS[event.key]) % items.length)?.focus();
    } else if (event.key.length === 1 && !event.ctrlKey && event.key !== " ") {
      items.find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
      event.stopPropagation();
    }
  };
  const run = (entry) => {
    if (!keeps) close();
    entry.run();
  };
  return html`<div class="menu" ref=${root}>
    <button type="button" ref=${button} class="button ${kind}${text ? "" : " square"}${chosen ? " chosen" : ""}" aria-haspopup="menu"
      aria-expanded=${isOpen} aria-label=${label} aria-busy=${busy || undefined} disabled=${busy} onClick=${() => setOpen(!isOpen)}>
      ${mark && icon(mark, 16)}${text && html`<span>${text}</span>${icon("down", 14)}`}
    </button>
    ${isOpen && html`<div class="menulist${end ? " end" : ""}" role="menu" aria-label=${label ?? text} onKeyDown=${onKeyDown}>
      ${entries.map((entry) => html`<button type="button" key=${entry.key ?? entry.text} class="menuitem${entry.danger ? " danger" : ""}"
        role=${entry.checked === undefined ? "menuitem" : "menuitemcheckbox"} aria-checked=${entry.checked} tabindex="-1"
        disabled=${entry.disabled} onClick=${() => run(entry)}>
        ${entry.checked !== undefined && html`<i class="tick">${entry.checked && icon("check", 14)}</i>`}
        ${entry.mark && icon(entry.mark, 16)}<span>${entry.draw ?? entry.text}</span>
      </button>`)}
    </div>`}
  </div>`;
}
