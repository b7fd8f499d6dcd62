import { get, query } from "./api.js";
import { spare } from "./budget.js";
import { useCallback, useEffect, useRef, useState } from "./lib.js";

const OLD = 60_000;

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
  const change = useCallback((step) => setState((before) => ({ ...before, data: step(before.data) })), []);
  return { ...state, load, change };
}

/** A value that follows another one after a pause. */
export function useSettled(value, milliseconds) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
