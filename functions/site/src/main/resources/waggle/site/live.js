// Live updates of Waggle, for browsers and for Node 22 or later. It has no dependencies. An older Node needs a WebSocket, such
// as that of the package ws: globalThis.WebSocket = (await import("ws")).default.
//
//     import { Live } from "https://<host>/live.js";
//     const live = new Live({ base: "https://<host>/v1", key: "wgl_…" });
//     live.subscribe({ types: ["deal.*"], full: true, onEvent: (event) => show(event), onReset: () => reload() });
//
// It connects with a ticket, connects again after a disconnect, resumes after the last event, and drops events that it has
// seen. `onEvent` gets the events of each record in order. `onReset` is called when events are missing: reload what you show.

// A ping in the last 5 minutes of a connection gets the announcement of its end.
const PING = 4 * 60_000;
const SILENCE = 30_000;
const LONGEST_PAUSE = 30_000;
const REMEMBERED = 5_000;
const SECOND = 1_000;
const BURST = 8; // The server accepts 10 messages a second.
const SAME_END = 10_000; // Two announcements of one end differ by what a message takes.

/** Removes the oldest of too many. */
const forget = (all) => all.size > REMEMBERED && all.delete(all.keys().next().value);

export class Live {
  #options;
  #socket = null;
  #subscriptions = new Map();
  #timers = new Set();
  #outbox = [];
  #credit = BURST;
  #end = 0;
  #attempts = 0;
  #number = 0;
  #closed = false;
  #opening = false;
  #silence = null;

  /**
   * @param options.base the base URL of the API, with `/v1`
   * @param options.key an API key; or
   * @param options.ticket a function that returns a promise of `{url, ticket}`, so that a page needs no key
   * @param options.onState called with `open` and `closed`
   * @param options.onError called with the errors of the server
   * @throws Error without a `WebSocket`, as in Node 20
   */
  constructor(options) {
    if (typeof WebSocket !== "function") {
      throw new Error("WebSocket must exist, as in browsers and in Node 22 or later; otherwise set globalThis.WebSocket, for example to the WebSocket of the package ws");
    }
    this.#options = { onState() {}, onError() {}, ...options };
  }

  /** Subscribes, and returns a function that ends the subscription. */
  subscribe({ types, records, full, after, onEvent, onReset = () => {}, onSubscribed = () => {} }) {
    const id = "s" + ++this.#number;
    const wanted = { types, records, full };
    this.#subscriptions.set(id, { wanted, after, onEvent, onReset, onSubscribed, seen: new Set(), versions: new Map() });
    if (this.#isOpen()) {
      this.#ask(id);
    } else if (!this.#socket) {
      this.#open();
    }
    return () => this.#subscriptions.delete(id) && this.#isOpen() && this.#send({ action: "unsubscribe", id });
  }

  /** Closes the connection for good. */
  close() {
    this.#closed = true;
    this.#clearTimers();
    this.#socket?.close();
  }

  #isOpen() {
    return this.#socket?.readyState === 1;
  }

  async #open() {
    if (this.#opening || this.#closed) return;
    this.#opening = true;
    try {
      const { url, ticket } = await (this.#options.ticket ?? (() => this.#ticket()))();
      const socket = new WebSocket(url + "?ticket=" + encodeURIComponent(ticket));
      socket.onopen = () => this.#opened(socket);
      socket.onmessage = (message) => this.#received(socket, message.data);
      socket.onclose = () => this.#lost(socket);
      socket.onerror = () => {};
      this.#replace(socket);
    } catch (error) {
      this.#options.onError(error);
      this.#later();
    } finally {
      this.#opening = false;
    }
  }

  async #ticket() {
    const reply = await fetch(this.#options.base + "/live/tickets", {
      method: "POST",
      headers: { Authorization: "Bearer " + this.#options.key },
    });
    const body = await reply.json();
    if (!reply.ok) {
      throw Object.assign(new Error(body.error), { code: body.code });
    }
    return body;
  }

  #replace(socket) {
    const previous = this.#socket;
    this.#clearTimers();
    this.#socket = socket;
    if (previous) {
      previous.onmessage = previous.onclose = null;
      previous.close();
    }
    if (this.#closed) {
      socket.close();
    }
  }

  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#attempts = 0;
    this.#options.onState("open");
    this.#after(PING, () => this.#ping());
    for (const id of this.#subscriptions.keys()) {
      this.#ask(id);
    }
  }

  #ask(id) {
    const subscription = this.#subscriptions.get(id);
    this.#send({ action: "subscribe", id, ...subscription.wanted, after: subscription.after });
  }

  #send(message) {
    this.#outbox.push(message);
    this.#flush();
  }

  /** Sends what waits, as far as the server accepts it. */
  #flush() {
    while (this.#credit > 0 && this.#outbox.length > 0 && this.#isOpen()) {
      this.#credit--;
      this.#socket.send(JSON.stringify(this.#outbox.shift()));
    }
  }

  /** The server counts a message between its sending and its reply. */
  #replied() {
    this.#after(SECOND, () => {
      this.#credit++;
      this.#flush();
    });
  }

  #ping() {
    this.#send({ action: "ping" });
    this.#silence = this.#after(SILENCE, () => this.#socket?.close());
    this.#after(PING, () => this.#ping());
  }

  #received(socket, data) {
    if (socket !== this.#socket) return;
    clearTimeout(this.#silence);
    const message = JSON.parse(data);
    if (message.subscribed || message.unsubscribed || message.pong || message.error) {
      this.#replied();
    }
    if (message.event) {
      this.#happened(message.id, message.event);
    } else if (message.reset) {
      this.#subscriptions.get(message.reset)?.onReset();
    } else if (message.subscribed) {
      this.#subscriptions.get(message.subscribed)?.onSubscribed();
    } else if ("reconnect" in message) {
      this.#ends(message.reconnect);
    } else if (message.error || message.message) {
      this.#failed(message);
    }
  }

  /** All connections of a key that expires end together: another one would not last longer. */
  #ends(seconds) {
    const end = Date.now() + seconds * SECOND;
    if (Math.abs(end - this.#end) > SAME_END) {
      this.#end = end;
      this.#open();
    }
  }

  #happened(id, event) {
    const subscription = this.#subscriptions.get(id);
    if (!subscription || subscription.seen.has(event.uuid)) return;
    subscription.seen.add(event.uuid);
    forget(subscription.seen);
    const { uuid, version } = event.record;
    // The first resumption may have events of before the first subscription.
    if (version < (subscription.versions.get(uuid) ?? 0)) return;
    subscription.versions.delete(uuid);
    subscription.versions.set(uuid, version);
    forget(subscription.versions);
    if (!subscription.after || event.uuid > subscription.after) {
      subscription.after = event.uuid;
    }
    subscription.onEvent(event);
  }

  /** A subscription that is refused stays refused. After another failure the subscriptions begin again. */
  #failed(message) {
    this.#options.onError(Object.assign(new Error(message.error ?? message.message), message));
    if (message.id && /^(invalid_request|access_denied|conflict)$/.test(message.code)) {
      this.#subscriptions.delete(message.id);
    } else {
      this.#socket.close();
    }
  }

  #lost(socket) {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#clearTimers();
    this.#options.onState("closed");
    this.#later();
  }

  /** Full jitter, so that the clients of a server that was away do not come all at once. */
  #later() {
    if (!this.#closed) {
      const longest = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#attempts++);
      this.#after(Math.random() * longest, () => this.#open());
    }
  }

  #after(milliseconds, action) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, milliseconds);
    this.#timers.add(timer);
    return timer;
  }

  #clearTimers() {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    this.#outbox = [];
    this.#credit = BURST;
  }
}
