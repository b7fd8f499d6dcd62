import { useLive } from "../base/feed.js";
import { useQuery } from "../base/query.js";
import { changedBy } from "../base/seen.js";

/** A record that changes by itself; `put` takes over what a request returned. */
export function useRecord(path, type, uuid, expand) {
  const record = useQuery(path, { expand });
  const { data, change, loadSoon } = record;
  const put = (after) => change((old) => changedBy(old, after));
  useLive([type + ".*"], ({ type: what, record: { version }, object }) => {
    if (what.endsWith(".deleted")) data && loadSoon();
    else if (version > (data?.version ?? 0)) object ? put(object) : loadSoon();
  }, record, [uuid]);
  return { ...record, put };
}
