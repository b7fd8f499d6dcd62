import { store } from "./store.js";

const parse = () => {
  const [path, search] = location.hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean), params: Object.fromEntries(new URLSearchParams(search)) };
};

/** The address after the hash: its parts, and its parameters. Filters never reach the server's logs by it. */
export const route = store(parse());
addEventListener("hashchange", () => route.set(parse()));

const filled = (params) => Object.entries(params ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== "");

export const href = (path, params) => {
  const list = filled(params);
  return "#/" + path + (list.length ? "?" + new URLSearchParams(list) : "");
};

export const go = (path, params) => {
  location.hash = href(path, params);
};

/** Changes parameters of this page; an empty one is dropped. */
export const refine = (change, replace = true) => {
  const { path, params } = route.get();
  const next = href(path.join("/"), { ...params, ...change });
  if (replace) {
    history.replaceState(null, "", next);
    route.set(parse());
  } else {
    location.hash = next;
  }
};
