import { get, query } from "./api.js";
import { useLive } from "./feed.js";
import { useEffect } from "./lib.js";
import { session } from "./session.js";
import { store, useStore } from "./store.js";

const OLD = 300_000;
const NOTHING_KEPT = { data: null, failure: null, at: 0 };
const kept = new Map();
session.watch((known) => known || kept.clear());

const keptAt = (address) => kept.get(address) ?? kept.set(address, store(NOTHING_KEPT)).get(address);
const nowhere = store(NOTHING_KEPT);

async function renew(address) {
  const one = keptAt(address);
  one.set((before) => ({ ...before, at: Date.now() }));
  try {
    const data = await get(address);
    one.set({ data, failure: null, at: Date.now() });
  } catch (failure) {
    one.set((before) => ({ ...before, failure, at: 0 }));
  }
}

/** Lets what is kept of a path be read again, after this console changed it. */
export const forget = (path) => kept.forEach((one, address) => address.startsWith(path) && one.set((before) => ({ ...before, at: 0 })));

/**
 * Reads an address once in five minutes, whatever page is shown, and again with each event of these types. Without an address
 * nothing is read.
 */
export function useKept(path, params, types) {
  const address = path && path + query(params);
  const one = address ? keptAt(address) : nowhere;
  const load = () => address && renew(address);
  useEffect(() => {
    if (Date.now() - one.get().at > OLD) load();
  }, [address]);
  useLive(address ? types : [], load, load);
  return { ...useStore(one), load, change: (step) => one.set((before) => ({ ...before, data: step(before.data) })) };
}
