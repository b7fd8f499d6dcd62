import { store } from "./store.js";
import { hear, tell } from "./tabs.js";

const WINDOW = 60_000;
const CALLS_NAME = "waggle.calls";
let times = JSON.parse(sessionStorage.getItem(CALLS_NAME) ?? "[]");

/** Requests of all tabs of this browser in the last minute, and how many the key may send. */
export const budget = store({ used: 0, limit: 100, waits: 0 });
export const calls = () => times;

function count() {
  const oldest = Date.now() - WINDOW;
  times = times.filter((time) => time > oldest);
  if (times.length !== budget.get().used) {
    budget.set((known) => ({ ...known, used: times.length }));
  }
}

/** Counts calls at these times; a page that is loaded again has not forgotten them. */
export function recall(more) {
  times = [...times, ...more];
  count();
  sessionStorage.setItem(CALLS_NAME, JSON.stringify(times));
}

export function counted() {
  const time = Date.now();
  tell("call", { time });
  recall([time]);
}

export function allowed(limit) {
  if (limit && limit !== budget.get().limit) {
    budget.set((known) => ({ ...known, limit }));
  }
}

/** Whether work that nobody asked for can still be done. */
export const spare = () => budget.get().used < budget.get().limit * 0.8;

/** Resolves once a request of work that can wait may be made, or once `isEnded`. */
export async function untilSpare(isEnded) {
  while (!spare() && !isEnded()) await new Promise((resolve) => setTimeout(resolve, 1000));
}

let pauseEnd = 0;
/** Lets all requests of all tabs wait for the time that the API asked for. */
export function pause(seconds) {
  pauseEnd = Math.max(pauseEnd, Date.now() + seconds * 1000);
  tell("pause", { end: pauseEnd });
}

/** Resolves once requests need not wait; the frame counts the seconds down. */
export async function unpaused() {
  while (Date.now() < pauseEnd) {
    budget.set((known) => ({ ...known, waits: Math.ceil((pauseEnd - Date.now()) / 1000) }));
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, Math.max(1, pauseEnd - Date.now()))));
  }
  if (budget.get().waits) budget.set((known) => ({ ...known, waits: 0 }));
}

hear("pause", ({ end }) => (pauseEnd = Math.max(pauseEnd, end)));
hear("call", ({ time }) => recall([time]));
setInterval(count, 1000);
