import { t } from "../texts.js";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const local = (options) => new Intl.DateTimeFormat(undefined, options);
const days = local({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const times = local({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const wholeTimes = local({ dateStyle: "long", timeStyle: "long" });
const clocks = local({ hour: "2-digit", minute: "2-digit", hour12: false });
const numbers = new Intl.NumberFormat();
const regions = new Intl.DisplayNames(undefined, { type: "region" });
const NOTHING = "–";

export const day = (text) => (text ? days.format(new Date(text.slice(0, 10))) : NOTHING);
export const moment = (text) => (text ? times.format(new Date(text)) : NOTHING);
export const wholeMoment = (text) => (text ? wholeTimes.format(new Date(text)) : NOTHING);
export const clock = (time) => clocks.format(time);
export const number = (value) => (value === undefined || value === null ? NOTHING : numbers.format(value));
export const percent = (value) => (value === undefined || value === null ? NOTHING : t("format.percent", { n: numbers.format(value) }));
export const country = (code) => (code ? regions.of(code) : NOTHING);
export const today = () => new Date().toISOString().slice(0, 10);
export const daysAgo = (count) => new Date(Date.now() - count * DAY * 1000).toISOString().slice(0, 10);

/** Whole units from 1,000 on, since a column of cents hides the size. */
export function money(value, currency) {
  if (value === undefined || value === null) return NOTHING;
  const whole = Number.isInteger(value);
  const options = { style: "currency", currency: currency ?? "USD", minimumFractionDigits: whole ? 0 : undefined };
  return new Intl.NumberFormat(undefined, options).format(value);
}

/** An amount for the scale of a chart. */
export const briefMoney = (value, currency) =>
  new Intl.NumberFormat(undefined, { style: "currency", currency: currency ?? "USD", notation: "compact", currencyDisplay: "narrowSymbol", maximumFractionDigits: 1 }).format(value);

/** Sums of several currencies, each with its own sign. */
export const sums = (list, field) =>
  list && list.length ? list.map((sum) => money(sum[field ?? "value"], sum.currency_code)).join(" · ") : NOTHING;

export function ago(text) {
  if (!text) return NOTHING;
  const seconds = Math.max(0, (Date.now() - Date.parse(text)) / 1000);
  if (seconds < 5) return t("format.now");
  if (seconds < MINUTE) return t("format.seconds", { n: Math.floor(seconds) });
  if (seconds < HOUR) return t("format.minutes", { n: Math.floor(seconds / MINUTE) });
  if (seconds < DAY) return t("format.hours", { n: Math.floor(seconds / HOUR) });
  return seconds < 30 * DAY ? t("format.days", { n: Math.floor(seconds / DAY) }) : day(text);
}

/** Days from now, for dates to come. */
export const daysLeft = (text) => Math.ceil((Date.parse(text) - Date.now()) / (DAY * 1000));

export const initials = (name) =>
  (name ?? "").split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");

export const fullName = (person) =>
  [person?.first_name, person?.last_name].filter(Boolean).join(" ") || person?.email || "";

/** A short hash, so that a name keeps its colour. */
export const hue = (name) => [...(name ?? "")].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 997, 7) % 6;

const KNOWN = "known.";
/** The words for a value of the API, or the value itself with spaces. */
export function words(value) {
  if (value === undefined || value === null || value === "") return NOTHING;
  return t(KNOWN + value) ?? String(value).replaceAll("_", " ");
}
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
