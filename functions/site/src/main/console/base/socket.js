import { Live } from "../../resources/waggle/site/live.js";
import { post } from "./api.js";
import { session } from "./session.js";
import { store } from "./store.js";
import { hear, keepLock, tell, thisTab, whenTabCloses } from "./tabs.js";

// Tabs with one key share one socket. A lock makes one of them the leader, which has the socket and passes events on. When it
// is closed, another tab gets the lock, and all subscribe again after the last event that they saw.
const REMEMBERED = 500;
const wanted = new Map();
let subscriptions = 0;
let scope = null;
let leader = null;
let hasHeard = false;
let leave = () => {};

/** `open` while the socket is open. */
export const liveState = store("closed");
/** Whether all that this tab shows changes by itself. */
export const isLive = store(false);
const check = () => isLive.set(liveState.get() === "open" && [...wanted.values()].every(({ isOn }) => isOn));

function turn(state) {
  if (state !== "open") wanted.forEach((one) => (one.isOn = false));
  liveState.set(state);
  check();
}

/** Subscribes to `types`, of `records` perhaps, after an event perhaps. Returns how to end it. */
export function subscribe({ types, records, after, onEvent, onReset }) {
  const id = "s" + ++subscriptions;
  wanted.set(id, { types, records, after, onEvent, onReset, seen: new Set() });
  wish(id);
  check();
  return () => {
    wanted.delete(id);
    check();
    leader ? leader.drop(thisTab, id) : tellOurs("live end", { id });
  };
}

function wish(id) {
  const { types, records, after } = wanted.get(id);
  leader ? leader.add(thisTab, id, { types, records, after }) : tellOurs("live wanted", { id, filter: { types, records, after } });
}

const tellOurs = (kind, data) => scope && tell(kind, { scope, ...data });

function arrived(id, event) {
  const one = wanted.get(id);
  if (!one || one.seen.has(event.uuid)) return;
  one.seen.add(event.uuid);
  if (one.seen.size > REMEMBERED) one.seen.delete(one.seen.values().next().value);
  if (!one.after || event.uuid > one.after) one.after = event.uuid;
  one.onEvent(event);
}

/** Passes on to the subscription of a tab. */
const pass = ({ tab, id }, kind, event) => (tab === thisTab ? KINDS_OF_MESSAGE[kind](id, event) : tellOurs("live " + kind, { to: tab, id, event }));

const KINDS_OF_MESSAGE = {
  event: arrived,
  reset: (id) => wanted.get(id)?.onReset(),
  on(id) {
    if (wanted.has(id)) wanted.get(id).isOn = true;
    check();
  },
};

/** The tab with the socket: what each tab wants, and one subscription for all that want the same. */
class Leader {
  #wishes = new Map();
  #tabs = new Set([thisTab]);
  #live = new Live({
    ticket: () => post("/live/tickets"),
    onError() {},
    onState: (state) => this.#turn(state),
  });

  add(tab, id, filter) {
    const key = JSON.stringify(filter);
    const shared = this.#wishes.get(key) ?? { listeners: new Map(), isOn: false };
    const isNew = shared.listeners.size === 0;
    shared.listeners.set(tab + id, { tab, id });
    this.#wishes.set(key, shared);
    if (isNew) shared.end = this.#live.subscribe({ ...filter, full: true, ...this.#handlers(shared) });
    else if (shared.isOn) pass({ tab, id }, "on");
    if (!this.#tabs.has(tab)) {
      this.#tabs.add(tab);
      whenTabCloses(tab, () => this.#forget(tab));
    }
  }

  #handlers(shared) {
    const each = (kind, event) => shared.listeners.forEach((to) => pass(to, kind, event));
    return {
      onEvent: (event) => each("event", event),
      onReset: () => each("reset"),
      onSubscribed() {
        shared.isOn = true;
        each("on");
      },
    };
  }

  #turn(state) {
    if (state !== "open") this.#wishes.forEach((shared) => (shared.isOn = false));
    turn(state);
    tellOurs("live state", { state });
  }

  drop(tab, id) {
    for (const [key, { listeners, end }] of this.#wishes) {
      if (listeners.delete(tab + id) && listeners.size === 0) {
        end();
        this.#wishes.delete(key);
      }
    }
  }

  #forget(tab) {
    this.#tabs.delete(tab);
    for (const { listeners } of [...this.#wishes.values()]) {
      [...listeners.values()].filter((one) => one.tab === tab).forEach(({ id }) => this.drop(tab, id));
    }
  }

  close() {
    this.#live.close();
  }
}

/** A tab that saw no event yet may have missed some. */
function wishAgain() {
  for (const [id, { after, onReset }] of wanted) {
    wish(id);
    if (!after) onReset();
  }
}

session.watch((known) => {
  const next = known?.api_key.uuid ?? null;
  if (next === scope) return;
  leave();
  leader?.close();
  leader = null;
  scope = next;
  turn("closed");
  if (!scope) return;
  tellOurs("live who");
  hasHeard = false;
  leave = keepLock("waggle-live-" + scope, () => {
    leader = new Leader();
    tellOurs("live leader");
    hasHeard ? wishAgain() : [...wanted.keys()].forEach(wish);
  });
});

const ours = (kind, listener) => hear(kind, (data) => data.scope === scope && listener(data));
ours("live wanted", ({ from, id, filter }) => leader && (leader.add(from, id, filter), tellOurs("live state", { state: liveState.get() })));
ours("live end", ({ from, id }) => leader?.drop(from, id));
ours("live who", () => leader && tellOurs("live state", { state: liveState.get() }));
ours("live leader", wishAgain);
ours("live state", ({ state }) => {
  hasHeard = true;
  if (!leader) turn(state);
});
Object.entries(KINDS_OF_MESSAGE).forEach(([kind, listener]) => ours("live " + kind, ({ to, id, event }) => to === thisTab && listener(id, event)));
