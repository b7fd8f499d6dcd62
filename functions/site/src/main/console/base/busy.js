import { useRef, useState } from "./lib.js";

/** Whether something runs, and how to run it: while it runs, nothing else does, so that a second press does not press what came in place of it. */
export function useBusy() {
  const [isBusy, setBusy] = useState(false);
  const runs = useRef(false);
  const run = async (work) => {
    if (runs.current) return;
    runs.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      runs.current = false;
      setBusy(false);
    }
  };
  return [isBusy, run];
}
