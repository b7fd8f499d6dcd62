// A reply tells the second in which the server made it. So the server's clock is known to be at least here, whatever the clock of
// this computer says.
const DIGITS_OF_TIME = 12;
/** An event has the time at which its write began, and a write ends within ten seconds (docs/api.md, "Statuses"). */
const LONGEST_WRITE = 10_000;
let ahead = null;

/** Takes over the `Date` of a reply. */
export function hearTime(date) {
  const lead = Date.parse(date) - performance.now();
  if (ahead === null ? lead : lead > ahead) ahead = lead;
}

/** The identifier that events of a time would have at the earliest (RFC 9562, section 5.7). */
function uuidAt(time) {
  const digits = Math.floor(time).toString(16).padStart(DIGITS_OF_TIME, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

/** The same time for an identifier, some milliseconds before. */
export const earlier = (uuid, milliseconds) => uuidAt(Math.max(0, parseInt(uuid.replace("-", "").slice(0, DIGITS_OF_TIME), 16) - milliseconds));

/** Whether a read, by its mark, began so long after an event that it has what the event tells. */
export const isLongBefore = ({ uuid }, { after }) => after !== undefined && uuid < earlier(after, LONGEST_WRITE);

/**
 * Where a read begins: what is committed from now on comes after `after`, which is undefined until a reply told the time. A list
 * that is read now has what was committed by then.
 */
export const mark = () => ({ at: performance.now(), after: ahead === null ? undefined : uuidAt(ahead + performance.now()) });
