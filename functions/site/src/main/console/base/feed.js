import { spare } from "./budget.js";
import { useEffect, useRef } from "./lib.js";
import { SHOWN } from "./seen.js";
import { subscribe } from "./socket.js";

/**
 * Calls `onEvent` with each event of these types while the component is shown. `query` is what it shows, as of `useQuery`. No event is
 * missed: the subscription begins where the read began, and what arrives during a read, or so shortly before it that its reply may be
 * older, follows it. So an event may tell what the read has already. `onEvent` reads again by `loadSoon` only.
 */
export function useLive(types, onEvent, query, records) {
  const latest = useRef();
  const past = useRef([]);
  const shown = useRef();
  latest.current = { onEvent, query };
  const key = types.join() + (records ?? []).join();
  useEffect(() => {
    if (!key) return undefined;
    let timer;
    const onReset = () => {
      clearTimeout(timer);
      timer = setTimeout(() => spare() && latest.current.query.load(true), Math.random() * 5_000);
    };
    const happened = (event) => {
      const { query: read, onEvent: hear } = latest.current;
      const at = performance.now();
      const first = (read.isReading() ? read.since().at : at) - SHOWN;
      past.current = [...past.current.filter((one) => one.at > first), { at, event }];
      if (!read.isReading()) hear(event);
    };
    const end = subscribe({ types, records, since: latest.current.query.since(), onReset, onEvent: happened });
    return () => {
      clearTimeout(timer);
      past.current = [];
      end();
    };
  }, [key]);
  useEffect(() => {
    const { at } = query.since();
    if (query.isReading() || shown.current === at) return;
    shown.current = at;
    past.current.filter((one) => one.at > at - SHOWN).forEach(({ event }) => latest.current.onEvent(event));
  });
}
