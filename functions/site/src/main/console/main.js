import { html, render, useEffect, useLayoutEffect } from "./base/lib.js";
import { route } from "./base/router.js";
import { resume, session } from "./base/session.js";
import { useStore } from "./base/store.js";
import { t } from "./texts.js";
import { Frame } from "./frame/frame.js";
import { listen } from "./frame/keys.js";
import { openPalette } from "./frame/palette.js";
import { Audit } from "./pages/audit.js";
import { BoardPage } from "./pages/boards.js";
import { Contact } from "./pages/contact.js";
import { Contacts } from "./pages/contacts.js";
import { Crm } from "./pages/crm.js";
import { Deal } from "./pages/deal.js";
import { Deals } from "./pages/deals.js";
import { Events } from "./pages/events.js";
import { Inbox } from "./pages/inbox.js";
import { Keys } from "./pages/keys.js";
import { Lead } from "./pages/lead.js";
import { Leads } from "./pages/leads.js";
import { Notifications } from "./pages/notifications.js";
import { Overview } from "./pages/overview.js";
import { Partner } from "./pages/partner.js";
import { Partners } from "./pages/partners.js";
import { Payment } from "./pages/payment.js";
import { Payments } from "./pages/payments.js";
import { Rule } from "./pages/rule.js";
import { Rules } from "./pages/rules.js";
import { Settings } from "./pages/settings.js";
import { SignIn } from "./pages/signin.js";
import { Webhooks } from "./pages/webhooks.js";
import { Dialogs } from "./ui/dialog.js";
import { Empty } from "./ui/states.js";
import { Toasts } from "./ui/toast.js";

const withBoard = (resource, Shown) => ({ uuid }) => (uuid === "board" ? html`<${BoardPage} resource=${resource} />` : html`<${Shown} uuid=${uuid} />`);

/** The pages by the first part of the address; the second part, if there is one, is a record. */
const PAGES = {
  overview: [Overview],
  partners: [Partners, Partner],
  board: [BoardPage],
  inbox: [Inbox],
  contacts: [Contacts, Contact],
  leads: [Leads, withBoard("leads", Lead)],
  deals: [Deals, withBoard("deals", Deal)],
  payments: [Payments, Payment],
  rules: [Rules, Rule],
  webhooks: [Webhooks, Webhooks],
  events: [Events],
  keys: [Keys],
  audit: [Audit],
  crm: [Crm, Crm],
  settings: [Settings],
  notifications: [Notifications],
};

function Page() {
  const { path } = useStore(route);
  const [name, uuid] = path.length ? path : ["overview"];
  const Shown = PAGES[name]?.[uuid ? 1 : 0];
  const address = path.join("/");
  useLayoutEffect(() => {
    scrollTo(0, 0);
    document.querySelector("main h1")?.focus({ preventScroll: true });
  }, [address]);
  useEffect(() => {
    document.title = `${t("frame." + name) ?? ""} · Waggle`;
  }, [address]);
  return Shown ? html`<${Shown} key=${address} uuid=${uuid} />` : html`<${Empty} mark="search" title=${t("failed.missing")} />`;
}

function Console() {
  const known = useStore(session);
  if (known === undefined) return null;
  return html`${known ? html`<${Frame} search=${openPalette}><${Page} /><//>` : html`<${SignIn} />`}<${Dialogs} /><${Toasts} />`;
}

listen(() => session.get() && openPalette());
resume();
render(html`<${Console} />`, document.getElementById("console"));
