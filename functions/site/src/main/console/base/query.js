import { get, query } from "./api.js";
import { spare } from "./budget.js";
import { useCallback, useEffect, useRef, useState } from "./lib.js";

const OLD = 60_000;

/** A list shows a write within a second (docs/api.md, "Lists"), so what follows an event is read a second later. */
export const SHOWN = 1_000;
const PAUSES = [1, 3, 4, 8, 15, 30].map((seconds) => seconds * 1_000);
const LEAST_PAUSE = 3_000;

/**
 * Reads an address again when it changes, and shows the last data meanwhile. Without an address nothing is read. A request
 * that is no longer wanted is aborted. `change` replaces the data without a request.
 */
export function useQuery(path, params) {
  const address = path && path + query(params);
  const [state, setState] = useState({ data: null, failure: null, busy: Boolean(path), at: 0 });
  const running = useRef(null);
  const load = useCallback(async () => {
    running.current?.abort();
    if (!address) return;
    const aborter = new AbortController();
    running.current = aborter;
    setState((before) => ({ ...before, busy: true }));
    try {
      const data = await get(address, undefined, { signal: aborter.signal });
      setState({ data, failure: null, busy: false, at: Date.now(), address });
    } catch (failure) {
      if (failure.name !== "AbortError") setState((before) => ({ ...before, failure, busy: false }));
    }
  }, [address]);
  useEffect(() => {
    load();
    return () => running.current?.abort();
  }, [load]);
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
  return { ...state, load, loadSoon, change };
}

/** Shows a record as it is after a change, if the list has it. */
export const putInto = (list, after) => list.change((page) => page && { ...page, data: page.data.map((row) => (row.uuid === after.uuid ? { ...row, ...after } : row)) });

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
