const MOST = 2_000;
/** A list shows a write within a second (docs/api.md, "Lists"), so what follows an event is read a second later. */
export const SHOWN = 1_000;
const versions = new Map();

/** Remembers that a record has this version by now: the API returned it, or an event told it. */
export function notice(record) {
  if (!record?.uuid || !record.version) return;
  const known = versions.get(record.uuid);
  if (known?.version >= record.version) return;
  versions.delete(record.uuid);
  versions.set(record.uuid, { version: record.version, at: performance.now() });
  if (versions.size > MOST) versions.delete(versions.keys().next().value);
}

/** A record as it is after a change. What is older than it changes nothing: an event may come before the reply to a request. */
export const changedBy = (old, after) => (after.version < old?.version ? old : { ...old, ...after });

/** Whether a read that begins at this time has what an event tells. */
export function wasSeen({ record }, at) {
  const known = versions.get(record.uuid);
  return known !== undefined && known.version >= record.version && known.at < at - SHOWN;
}

/** Whether a page of records has what an event tells. */
export function isKnown(page, { type, record }) {
  const row = page?.data?.find(({ uuid }) => uuid === record.uuid);
  return type.endsWith(".deleted") ? Boolean(page) && !row : row !== undefined && row.version >= record.version;
}

/** Holds events back while something is read, since the reply may be older than they are. */
export function holding(onEvent) {
  const held = [];
  let reads = 0;
  return {
    happened: (event) => (reads > 0 ? held.push(event) : onEvent(event)),
    async during(read) {
      reads++;
      try {
        return await read();
      } finally {
        if (--reads === 0) held.splice(0).forEach(onEvent);
      }
    },
  };
}
