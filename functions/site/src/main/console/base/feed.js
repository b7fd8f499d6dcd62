import { Live } from "../../resources/waggle/site/live.js";
import { post } from "./api.js";
import { spare } from "./budget.js";
import { useEffect, useRef } from "./lib.js";
import { session } from "./session.js";
import { store } from "./store.js";

/** `open` while changes arrive. */
export const liveState = store("closed");
let connection = null;

session.watch((known) => {
  if (!known && connection) {
    connection.close();
    connection = null;
    liveState.set("closed");
  }
});

const ticket = () => post("/live/tickets");
const client = () => (connection ??= new Live({ ticket, onState: (state) => liveState.set(state), onError() {} }));

/** Calls `onEvent` with each event of these types while the component is shown. */
export function useLive(types, onEvent, onReset, records) {
  const handlers = useRef();
  handlers.current = { onEvent, onReset };
  const key = types.join() + (records ?? []).join();
  useEffect(() => {
    if (!key) return undefined;
    let timer;
    const reset = () => {
      timer = setTimeout(() => spare() && handlers.current.onReset?.(), Math.random() * 5_000);
    };
    const end = client().subscribe({ types, records, full: true, onReset: reset, onEvent: (event) => handlers.current.onEvent(event) });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [key]);
}
