import { store } from "../base/store.js";

const START = 5;
const EDGE = 60;
// A finger that rests so long lifts the card; one that slips so far before scrolls.
const REST = 300;
const SLIP = 10;
const LISTENED = ["pointermove", "pointerup", "pointercancel"];

/** The column below the pointer while a card is dragged. */
export const dragged = store(null);

/** Without this the browser takes the finger that drags for one that scrolls, and cancels the pointer. */
export const holdScroll = (touch) => dragged.get() && touch.preventDefault();

/**
 * Follows the pointer with a copy of the card, and calls `drop` with the column where it is let go. A click stays a click. A
 * finger scrolls unless it rests first.
 */
export function drag(event, card, { item, drop }) {
  if (event.button !== 0 || event.target.closest("button")) return;
  const start = { x: event.clientX, y: event.clientY };
  const isTouch = event.pointerType === "touch";
  let ghost = null;
  let rest = null;
  const begin = () => {
    ghost ??= lift(card, card.getBoundingClientRect());
    if (isTouch) navigator.vibrate?.(10);
  };
  const column = (x, y) => document.elementsFromPoint(x, y).map((element) => element.closest("[data-column]")).find(Boolean);
  const move = (now) => {
    const x = now.clientX - start.x;
    const y = now.clientY - start.y;
    if (!ghost && Math.hypot(x, y) < (isTouch ? SLIP : START)) return;
    if (!ghost && isTouch) return end(now);
    begin();
    ghost.style.transform = `translate(${x}px, ${y}px) rotate(1.5deg)`;
    const over = column(now.clientX, now.clientY)?.dataset.column ?? null;
    if (over !== dragged.get()?.over) dragged.set({ item, over });
    nudge(card.closest(".board"), now.clientX);
  };
  const end = (now) => {
    clearTimeout(rest);
    LISTENED.forEach((name) => removeEventListener(name, name === "pointermove" ? move : end));
    removeEventListener("keydown", escape);
    if (!ghost) return;
    ghost.remove();
    const over = dragged.get()?.over;
    dragged.set(null);
    addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    setTimeout(() => dispatchEvent(new MouseEvent("click", { cancelable: true })));
    if (now.type === "pointerup" && over !== null && over !== undefined) drop(over);
  };
  const escape = (key) => key.key === "Escape" && end(key);
  LISTENED.forEach((name) => addEventListener(name, name === "pointermove" ? move : end));
  addEventListener("keydown", escape);
  if (isTouch) rest = setTimeout(begin, REST);
}

function lift(card, box) {
  const ghost = card.cloneNode(true);
  ghost.removeAttribute("id");
  ghost.classList.add("ghost");
  Object.assign(ghost.style, { left: box.left + "px", top: box.top + "px", width: box.width + "px" });
  document.body.append(ghost);
  dragged.set({ item: null, over: null });
  return ghost;
}

function nudge(board, x) {
  const { left, right } = board.getBoundingClientRect();
  if (x < left + EDGE) board.scrollLeft -= 12;
  if (x > right - EDGE) board.scrollLeft += 12;
}
