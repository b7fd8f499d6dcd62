import { useLive } from "../base/feed.js";
import { useQuery } from "../base/query.js";

/** A record that changes by itself; `put` takes over what a request returned. */
export function useRecord(path, type, uuid) {
  const record = useQuery(path);
  const { data, change, load } = record;
  useLive([type + ".*"], ({ type: what, record: { version }, object }) => {
    if (what.endsWith(".deleted")) load();
    else if (version > (data?.version ?? 0)) object ? change((old) => ({ ...old, ...object })) : load();
  }, load, [uuid]);
  return { ...record, put: (after) => change((old) => ({ ...old, ...after })) };
}
