import { store } from "./store.js";

const WINDOW = 60_000;
const CHANNEL = "waggle-console";
const calls = [];

/** Requests of all tabs of this browser in the last minute, and how many the key may send. */
export const budget = store({ used: 0, limit: 100, waits: 0 });
export const tabs = new BroadcastChannel(CHANNEL);

function count() {
  const oldest = Date.now() - WINDOW;
  while (calls.length && calls[0] <= oldest) calls.shift();
  if (calls.length !== budget.get().used) {
    budget.set((known) => ({ ...known, used: calls.length }));
  }
}

export function counted() {
  calls.push(Date.now());
  tabs.postMessage({ kind: "call" });
  count();
}

export function allowed(limit) {
  if (limit && limit !== budget.get().limit) {
    budget.set((known) => ({ ...known, limit }));
  }
}

/** Whether work that nobody asked for can still be done. */
export const spare = () => budget.get().used < budget.get().limit * 0.8;

/** Resolves after the time that the API asked for; the frame counts it down. */
export async function pause(seconds) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    budget.set((known) => ({ ...known, waits: Math.ceil((until - Date.now()) / 1000) }));
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, Math.max(1, until - Date.now()))));
  }
  budget.set((known) => ({ ...known, waits: 0 }));
}

tabs.addEventListener("message", ({ data }) => {
  if (data.kind === "call") {
    calls.push(Date.now());
    count();
  }
});
setInterval(count, 1000);
