import { html } from "../base/lib.js";
import { go } from "../base/router.js";
import { store } from "../base/store.js";
import { t } from "../texts.js";
import { Dialog, open } from "../ui/dialog.js";

const SWITCH_NAME = "waggle.keys";
const PLACES = { p: "partners", b: "board", l: "leads", d: "deals", y: "payments", w: "webhooks", i: "inbox", o: "overview", e: "events", r: "rules", a: "audit", s: "settings" };
/** Whether single keys do something: a person can switch them off. */
export const singleKeys = store(localStorage.getItem(SWITCH_NAME) !== "off");
export const switchKeys = () => {
  singleKeys.set(!singleKeys.get());
  localStorage.setItem(SWITCH_NAME, singleKeys.get() ? "on" : "off");
};

const isTyping = (target) => target.closest("input,textarea,select,[contenteditable],dialog,[role=menu]") !== null;
let isGoing = false;

function step(distance) {
  const rows = [...document.querySelectorAll("main .rowlink, main [data-card]")];
  const at = rows.indexOf(document.activeElement);
  rows[at < 0 ? (distance > 0 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + distance))]?.focus();
}

const ACTIONS = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => open((close) => html`<${Help} close=${close} />`),
  j: () => step(1),
  k: () => step(-1),
  n: () => document.querySelector("[data-new]")?.click(),
  x: () => document.activeElement.closest("tr,li")?.querySelector("input[type=checkbox]")?.click(),
  e: () => document.querySelector("[data-edit]")?.click(),
};

export function listen(search) {
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      return search();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !singleKeys.get() || isTyping(event.target)) return;
    if (isGoing && PLACES[event.key]) {
      isGoing = false;
      return go(PLACES[event.key]);
    }
    isGoing = event.key === "g";
    if (ACTIONS[event.key]) {
      event.preventDefault();
      ACTIONS[event.key]();
    }
  });
}

const Help = ({ close }) => html`<${Dialog} title=${t("keysHelp.title")} close=${close}><dl class="facts keys">
  ${[["Ctrl K", "search"], ["/", "find"], ["j", "down"], ["k", "up"], ["Enter", "open"], ["n", "fresh"], ["e", "edit"], ["x", "choose"], ["a", "approve"], ["r", "reject"], ["Shift ← →", "card"], ["?", "help"], ["g", "go"]].map(
    ([key, name]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t("keysHelp." + name)}</dd></div>`)}
</dl><//>`;
