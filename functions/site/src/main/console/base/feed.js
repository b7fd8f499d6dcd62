import { spare } from "./budget.js";
import { useEffect, useRef } from "./lib.js";
import { subscribe } from "./socket.js";

/** Calls `onEvent` with each event of these types while the component is shown, those since `after` included. */
export function useLive(types, onEvent, onReset, records, after) {
  const handlers = useRef();
  handlers.current = { onEvent, onReset };
  const key = types.join() + (records ?? []).join();
  useEffect(() => {
    if (!key) return undefined;
    let timer;
    const reset = () => {
      clearTimeout(timer);
      timer = setTimeout(() => spare() && handlers.current.onReset?.(), Math.random() * 5_000);
    };
    const end = subscribe({ types, records, after, onReset: reset, onEvent: (event) => handlers.current.onEvent(event) });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [key]);
}
