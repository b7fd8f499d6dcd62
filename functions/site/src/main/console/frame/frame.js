import { online } from "../base/api.js";
import { budget } from "../base/budget.js";
import { useConfigFeed } from "../base/config.js";
import { html, useEffect, useState } from "../base/lib.js";
import { href, route } from "../base/router.js";
import { may, session, signOut } from "../base/session.js";
import { isLive, liveState } from "../base/socket.js";
import { useStore } from "../base/store.js";
import { t } from "../texts.js";
import { icon } from "../ui/icons.js";
import { Menu } from "../ui/menu.js";
import { IconButton, Note } from "../ui/parts.js";
import { singleKeys, switchKeys } from "./keys.js";
import { Logo } from "./logo.js";
import { theme, wear } from "./theme.js";

const PARTS = [
  [null, [["overview", "overview"], ["inbox", "inbox"]]],
  ["programme", [["partners", "partners"], ["board", "board"], ["leads", "leads"], ["deals", "deals"], ["payments", "payments"], ["rules", "rules"]]],
  ["developers", [["webhooks", "webhooks", true], ["events", "events"], ["keys", "key", true], ["audit", "audit", true], ["crm", "crm", true]]],
  [null, [["settings", "settings"], ["notifications", "bell"]]],
];

function Nav({ here }) {
  return html`<nav aria-label=${t("frame.main")}>${PARTS.map(([title, links]) => html`<div class="part">
    ${title && html`<h2>${t("frame." + title)}</h2>`}
    <ul>${links.filter(([, , admin]) => !admin || may("read", "webhook-endpoints")).map(([name, mark]) => html`<li key=${name}>
      <a href=${href(name)} aria-current=${here === name ? "page" : undefined}>${icon(mark)}<span>${t("frame." + name)}</span></a></li>`)}</ul>
  </div>`)}</nav>`;
}

function Meter() {
  const { used, limit, waits } = useStore(budget);
  const live = useStore(liveState) === "open";
  const share = Math.min(1, used / limit);
  return html`<div class="meter${share > 0.8 ? " high" : ""}">
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4" rx="2" /><rect class="used" width=${share * 100} height="4" rx="2" /></svg>
    <p data-meter>${waits ? t("frame.waiting", { n: waits }) : t("frame.meter", { used, limit })}</p>
    <p class="livestate ${live ? "on" : ""}" data-live=${useStore(isLive)}><i />${live ? t("frame.on") : t("frame.off")}</p>
  </div>`;
}

function Account() {
  const { company } = useStore(session);
  const worn = useStore(theme);
  const single = useStore(singleKeys);
  const entries = [
    ...["light", "dark", "system"].map((name) => ({ text: t("frame." + name), checked: worn === name, run: () => wear(name) })),
    { text: single ? t("frame.keysOn") : t("frame.keysOff"), checked: single, run: switchKeys },
    { text: t("frame.docs"), mark: "code", run: () => globalThis.open("docs", "_blank", "noopener") },
    { text: t("frame.signOut"), mark: "exit", run: signOut },
  ];
  return html`<div class="account"><${Menu} label=${`${company.name}: ${t("frame.account")}`} text=${company.name} kind="quiet" entries=${entries} /></div>`;
}

/** Navigation, meter and account around a page. */
export function Frame({ children, search }) {
  const { path } = useStore(route);
  const known = useStore(session);
  const isOnline = useStore(online);
  const { waits } = useStore(budget);
  const [isOpen, setOpen] = useState(false);
  useConfigFeed();
  useEffect(() => setOpen(false), [path.join("/")]);
  useEffect(() => {
    const escape = (event) => event.key === "Escape" && setOpen(false);
    addEventListener("keydown", escape);
    return () => removeEventListener("keydown", escape);
  }, []);
  return html`<div class="frame${isOpen ? " drawn" : ""}">
    <a class="skip" href="#main" onClick=${(event) => (event.preventDefault(), document.querySelector("main h1")?.focus())}>${t("frame.skip")}</a>
    <header class="top"><${IconButton} mark="menu" label=${t("frame.menu")} aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)} /><${Logo} />
      <${IconButton} mark="search" label=${t("frame.search")} onClick=${search} /></header>
    <aside class="sidebar" aria-label=${t("frame.side")}>
      <div class="brand"><${Logo} /><span class="mode">${t("frame." + known.mode)}</span></div>
      <button type="button" class="palettebutton" onClick=${search}>${icon("search")}<span>${t("frame.search")}</span><kbd>Ctrl K</kbd></button>
      <${Nav} here=${path[0] ?? "overview"} />
      <div class="foot"><${Meter} /><${Account} /></div>
    </aside>
    <div class="shade" onClick=${() => setOpen(false)} />
    <main id="main" data-page=${path.join("/")}>
      ${!isOnline && html`<${Note} kind="warn">${t("frame.offline")}<//>`}
      ${waits > 0 && html`<${Note} kind="warn">${t("frame.waiting", { n: waits })}<//>`}
      ${children}
    </main>
  </div>`;
}
