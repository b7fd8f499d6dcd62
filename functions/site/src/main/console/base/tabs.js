const channel = new BroadcastChannel("waggle-console");
const TAB_LOCK = "waggle-tab-";
const PATIENCE = 600;

/** The name of this tab, which no other tab has. */
export const thisTab = crypto.randomUUID();

/** Tells the other tabs of this browser. */
export const tell = (kind, data) => channel.postMessage({ kind, from: thisTab, ...data });

/** Calls the listener with what other tabs tell. Returns how to end it. */
export function hear(kind, listener) {
  const hearing = ({ data }) => data.kind === kind && listener(data);
  channel.addEventListener("message", hearing);
  return () => channel.removeEventListener("message", hearing);
}

/** Asks the other tabs, if there are some, and resolves to the first answer, or to `null` after a moment. */
export const askTabs = async (kind, answer, data) => ((await hasOthers()) ? firstAnswer(kind, answer, data) : null);

const firstAnswer = (kind, answer, data) =>
  new Promise((resolve) => {
    const done = (found) => {
      end();
      resolve(found);
    };
    const end = hear(answer, done);
    tell(kind, data);
    setTimeout(() => done(null), PATIENCE);
  });

/** Waits for a lock that one tab has at a time, and keeps it. Returns how to give it up, or to wait no longer. */
export function keepLock(name, begin) {
  const aborter = new AbortController();
  let free;
  const kept = new Promise((resolve) => (free = resolve));
  navigator.locks.request(name, { signal: aborter.signal }, () => (begin(), kept)).catch(() => {});
  return () => {
    aborter.abort();
    free();
  };
}

keepLock(TAB_LOCK + thisTab, () => {});
/** Calls the listener once another tab is closed: the browser then frees its lock. */
export const whenTabCloses = (tab, listener) => navigator.locks.request(TAB_LOCK + tab, listener);

/** Whether the console is open in another tab. */
const hasOthers = async () => (await navigator.locks.query()).held.some(({ name }) => name.startsWith(TAB_LOCK) && name !== TAB_LOCK + thisTab);
