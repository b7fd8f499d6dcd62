import { get, query } from "./api.js";
import { spare } from "./budget.js";
import { mark } from "./clock.js";
import { useCallback, useEffect, useRef, useState } from "./lib.js";
import { changedBy, SHOWN } from "./seen.js";

const OLD = 60_000;
const PAUSES = [1, 3, 4, 8, 15, 30].map((seconds) => seconds * 1_000);
const LEAST_PAUSE = 3_000;

const same = (data) => data;

/**
 * Reads an address again when it changes, and shows the last data meanwhile. Without an address nothing is read. A request
 * that is no longer wanted is aborted. `change` replaces the data without a request. `shape` makes the data of a reply, and of what was
 * shown of the same address: with `load(true)` that is not trusted, since events were missed.
 */
export function useQuery(path, params, shape = same) {
  const address = path && path + query(params);
  const [state, setState] = useState({ data: null, failure: null, busy: Boolean(path), at: 0, turn: 0 });
  const reads = useRef({ turn: 0, shown: 0, since: null, aborter: null }).current;
  const load = useCallback(async (isAnew) => {
    reads.aborter?.abort();
    if (!address) return void (reads.shown = reads.turn);
    const aborter = new AbortController();
    const turn = ++reads.turn;
    Object.assign(reads, { aborter, since: mark() });
    setState((before) => ({ ...before, busy: true }));
    try {
      const reply = await get(address, undefined, { signal: aborter.signal });
      setState((before) => ({ data: shape(reply, before.address === address && isAnew !== true ? before.data : null), failure: null, busy: false, at: Date.now(), address, turn }));
    } catch (failure) {
      if (failure.name !== "AbortError") setState((before) => ({ ...before, failure, busy: false, turn }));
    }
  }, [address]);
  useEffect(() => {
    load();
    return () => reads.aborter?.abort();
  }, [load]);
  useEffect(() => {
    reads.shown = state.turn;
  }, [state.turn]);
  useEffect(() => {
    const focused = () => state.at && Date.now() - state.at > OLD && spare() && load();
    addEventListener("focus", focused);
    return () => removeEventListener("focus", focused);
  }, [load, state.at]);
  const timer = useRef();
  const loadSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(load, SHOWN);
  }, [load]);
  useEffect(() => () => clearTimeout(timer.current), [load]);
  const change = useCallback((step) => setState((before) => ({ ...before, data: step(before.data) })), []);
  const isReading = () => reads.turn !== reads.shown;
  const since = () => (reads.since ??= mark());
  return { ...state, load, loadSoon, change, isReading, since };
}

/** Shows a record as it is after a change, if the list has it. */
export const putInto = (list, after) => list.change((page) => page && { ...page, data: page.data.map((row) => (row.uuid === after.uuid ? changedBy(row, after) : row)) });

/** A value that follows another one after a pause. */
export function useSettled(value, milliseconds) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

/**
 * Loads again with growing pauses until something is there that makes no event, six times at most. `key` tells one thing that is
 * waited for from the next.
 */
export function useUntil(isThere, key, load) {
  const latest = useRef();
  const last = useRef(0);
  latest.current = { key, load };
  const [turn, setTurn] = useState({ key, count: 0 });
  const count = turn.key === key ? turn.count : 0;
  useEffect(() => {
    if (isThere || count === PAUSES.length) return undefined;
    const timer = setTimeout(() => {
      last.current = Date.now();
      if (spare()) latest.current.load();
      setTurn({ key: latest.current.key, count: count + 1 });
    }, Math.max(PAUSES[count], last.current + LEAST_PAUSE - Date.now()));
    return () => clearTimeout(timer);
  }, [isThere, count]);
}
