import { get, query } from "./api.js";
import { spare } from "./budget.js";
import { useEffect } from "./lib.js";
import { isKnown, holding, SHOWN } from "./seen.js";
import { session } from "./session.js";
import { subscribe } from "./socket.js";
import { store, useStore } from "./store.js";

const OLD = 300_000;
const AWAY = 60_000;
const NOTHING_KEPT = { data: null, failure: null, at: 0 };
const kept = new Map();
const nowhere = { state: store(NOTHING_KEPT), shown: 0 };
session.watch((known) => {
  if (known) return;
  kept.forEach(({ end }) => end());
  kept.clear();
});

/** What is kept of an address. It follows the events of its types, whatever page is shown; one that is `calm` not while it is shown. */
function keep(address, types, isCalm) {
  let timer;
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(age, pause);
  };
  const one = { state: store(NOTHING_KEPT), shown: 0, events: holding((event) => (!isCalm && isKnown(one.state.get().data, event)) || later(SHOWN)) };
  const age = () => (one.shown > 0 && !isCalm && spare() ? renew(one, address) : one.state.set((before) => ({ ...before, at: 0 })));
  kept.set(address, one);
  const end = subscribe({ types, onEvent: one.events.happened, onReset: () => later(Math.random() * 5_000) });
  one.end = () => {
    clearTimeout(timer);
    end();
  };
  return one;
}

const renew = ({ state, events }, address) =>
  events.during(async () => {
    state.set((before) => ({ ...before, at: Date.now() }));
    try {
      const data = await get(address);
      state.set({ data, failure: null, at: Date.now() });
    } catch (failure) {
      state.set((before) => ({ ...before, failure, at: 0 }));
    }
  });

/** Lets what is kept of a path be read again, after this console changed it. */
export const forget = (path) => kept.forEach(({ state }, address) => address.startsWith(path) && state.set((before) => ({ ...before, at: 0 })));

/**
 * Reads an address once in five minutes, and again after an event of these types. What is `calm` is read again when it is shown
 * anew, or after a minute in the background. Without an address nothing is read.
 */
export function useKept(path, params, types, isCalm) {
  const address = path && path + query(params);
  const one = address ? kept.get(address) ?? keep(address, types, isCalm) : nowhere;
  const load = () => address && renew(one, address);
  useEffect(() => {
    one.shown++;
    if (Date.now() - one.state.get().at > OLD) load();
    return () => one.shown--;
  }, [one]);
  useEffect(() => {
    const focused = () => isCalm && Date.now() - one.state.get().at > AWAY && spare() && load();
    addEventListener("focus", focused);
    return () => removeEventListener("focus", focused);
  }, [one]);
  const known = useStore(one.state);
  return { ...known, busy: Boolean(address) && !known.data && !known.failure, load, change: (step) => one.state.set((before) => ({ ...before, data: step(before.data) })) };
}
