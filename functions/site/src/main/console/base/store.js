import { useState, useLayoutEffect } from "./lib.js";

/** A value that components and modules can watch. */
export function store(value) {
  const watchers = new Set();
  return {
    get: () => value,
    set(next) {
      value = typeof next === "function" ? next(value) : next;
      watchers.forEach((watcher) => watcher(value));
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Draws the component again when the value changes, also when it changed between drawing and watching. */
export function useStore(watched) {
  const [value, setValue] = useState(() => watched.get());
  useLayoutEffect(() => {
    setValue(() => watched.get());
    return watched.watch((next) => setValue(() => next));
  }, [watched]);
  return value;
}
