// All words of the console. {names} are filled in.
const TEXTS = {
  common: {
    loading: "Loading", again: "Try again", close: "Close", cancel: "Cancel", save: "Save", undo: "Undo", nobody: "Nobody", copied: "Copied", copy: "Copy",
    type: "Type {word} to confirm", edit: "Edit", remove: "Delete", none: "None", more: "More actions", no: "No",
    saved: "Saved", chosen: "Chosen", create: "Create", open: "Open", all: "All", unknown: "Deleted",
  },
  format: { now: "now", seconds: "{n} sec ago", minutes: "{n} min ago", hours: "{n} h ago", days: "{n} days ago", percent: "{n} %" },
  failed: {
    unknown: "The request failed", away: "Waggle cannot be reached", offline: "Check the connection. What you typed is kept.", missing: "Not found",
    gone: "The record is deleted, or it belongs to another company.", scope: "This API key lacks {scopes}. Someone with an admin key can make a key with it under API keys.",
    request: "Request",
  },
  form: { optional: "optional", less: "One less: {name}", more: "One more: {name}", conflict: "Someone else changed this record", theirs: "Keep theirs", ours: "Use mine",
    conflictText: "It changed while you edited it. Choose which values stay.", theirValue: "Now", ourValue: "Yours" },
  table: { select: "Select", selectOne: "Select {name}", pages: "Pages", range: "{first}–{last} of {all}", before: "Page before", after: "Next page" },
  list: {
    clear: "Clear", chosen: "{name}: {value}", views: "Views", more: "{n} new – show", noMatch: "Nothing matches", relax: "Remove a filter, or search for fewer words.", without: "Without: {name}", search: "Search", one: "One record", none: "None",
    readOnly: "This key can only read, so buttons that change records are absent.", asOf: "As of {time}", changed: "{n} of {all} changed",
  },
  csv: {
    show: "Export as CSV", title: "Export: {title}", text: "Records that match: {n}. Requests for them: {calls}, with 50 records each. It pauses when the requests of the minute run short.", go: "Download CSV",
    progress: "Progress", page: "{page} of {of}",
  },
  import: {
    show: "Import CSV", title: "Import partners", file: "CSV file", go: "Import {n}", found: "{n} partners, {calls} requests.", bad: "Left out: {n}, with faults.", more: "Left out: {n} rows past the first 2,000.", ignored: "Columns that are not read: {names}.",
    text: "Columns: name, partner_type, status, email, website_url, phone_number, country_code, description, stage, tier, category, tags and owners. Several tags or owners have | between them. It pauses when the requests of the minute run short. The same row makes no second partner within a day.",
    row: "Row {n}:", lacks: "{name} is missing", type: "partner_type must be one of {types}", unknown: "no {column} has the name {name}", same: "the same as row {n}", done: "{n} of {all} are in Waggle", others: "{n} others",
  },
  picker: { hint: "Type a name", found: "Found for {name}", other: "Choose another: {name}", drop: "Take {name} out" },
  curl: { show: "Show as curl", title: "This page as a command", text: "Set KEY to an API key first." },
  frame: {
    menu: "Menu", main: "Main", side: "Console", crumbs: "Path", search: "Search", overview: "Overview", inbox: "Inbox", programme: "Programme", partners: "Partners", board: "Partner board",
    contacts: "Contacts", leads: "Leads", deals: "Deals", payments: "Payments", rules: "Rules", developers: "Developers", webhooks: "Webhooks", events: "Events", keys: "API keys",
    audit: "Audit log", crm: "CRM", settings: "Settings", notifications: "Notifications", skip: "Skip to content", test: "Test", live: "Live",
    meter: "{used} of {limit} requests this minute", waiting: "Too many requests: goes on in {n} s", on: "Live updates are on", off: "Live updates are off",
    offline: "You are offline. What you typed is kept.", light: "Light", dark: "Dark", system: "As the system", theme: "Theme", signOut: "Sign out", account: "Account",
    keysOn: "Single keys: on", keysOff: "Single keys: off", help: "Keyboard", docs: "API reference", status: "Status",
  },
  keysHelp: { title: "Keyboard", search: "Search everything", find: "Search this list", down: "Next row", up: "Row before", open: "Open the row", fresh: "New record", edit: "Edit", choose: "Select the row", approve: "Approve, in the inbox", reject: "Reject, in the inbox",
    go: "g, then a letter: p partners, b board, l leads, d deals, y payments, w webhooks, i inbox, o overview", help: "This list", card: "Move a card" },
  signin: {
    title: "Sign in", text: "Enter an API key of your company. It stays in this tab.", key: "API key", go: "Continue", show: "Show key", hide: "Hide key",
    form: "An API key looks like wgl_test_ or wgl_live_ and 38 letters and digits", refused: "The API does not accept this key",
    where: "The command ./waggle up prints a key. Later keys are made under API keys.", host: "Connects to {host}", expires: "Use a key of your own, with an expiry date.",
  },
  board: {
    title: "Partner board", dealsTitle: "Deal board", leadsTitle: "Lead board", hint: "moves the card", list: "List", board: "Board", move: "Move to {stage}", moved: "{name} is now in {stage}", drop_partner: "Drop a partner here", drop_lead: "Drop a lead here", drop_deal: "Drop a deal here",
    more: "Show {n} more of {all}", stages: "Stages", actions: "Move {name}", none: "Without a stage", card: "{name}, in {stage}", put: "{name} is back in {stage}: {reason}",
  },
  partner: {
    title: "Partners", search: "Search name, e-mail, domain", create: "New partner", name: "Partner", stage: "Stage", tier: "Tier", type: "Type", status: "Status", owner: "Owner",
    contacts: "Contacts", won: "Won value", updated: "Updated", active: "Active", invited: "Invited", unassigned: "Unassigned", empty: "No partners yet",
    emptyText: "Invite the first partner of your programme.", category: "Category", tags: "Tags", above: "Above", country: "Country", email: "E-mail", website: "Website",
    phone: "Phone", details: "Details", reach: "Reach", fields: "Custom fields", added: "Added {day} · version {version}", openDeals: "Open deals", openLeads: "Open leads",
    users: "Users", newLead: "New lead", invite: "Invite user", activity: "Activity", leads: "Leads", deals: "Deals", payments: "Payments", network: "Network", notes: "Notes",
    description: "Description", edit: "Edit partner", remove: "Delete partner", removeText: "{name} goes with its contacts and users.",
    accept: "Accept", addTag: "Add tag", noContacts: "No contacts yet", newContact: "New contact", noUsers: "No users yet", first: "First name", last: "Last name", position: "Position", role: "Role",
    noNetwork: "Nobody below this partner", netDeals: "Deals", netLeads: "Leads", owners: "Owners",
    open: "Open", approved: "Approved", held: "Held", paid: "Paid", statement: "Statement", from: "From", to: "To", opening: "Opening balance", closing: "Closing balance", noBalance: "Nothing is owed", noLines: "Nothing was earned or paid in this time", day: "Day", what: "What", firstLines: "The first {n} of {all} lines",
  },
  contact: { title: "Contacts", search: "Search name, e-mail", contact: "Contact", edit: "Edit contact", remove: "Delete contact", emptyText: "Contacts are added on the page of their partner." },
  lead: {
    title: "Leads", search: "Search company, name, domain", create: "New lead", company: "Company", status: "Status", partner: "Partner", registration: "Registration", owner: "Owner",
    value: "Value", created: "Created", updated: "Updated", empty: "No leads yet", emptyText: "Add the first lead, or let partners register theirs.", open: "Open", pending: "To decide", source: "Source",
    email: "E-mail", first: "First name", last: "Last name", phone: "Phone", website: "Website", description: "Description", currency: "Currency", country: "Country", tags: "Tags", domain: "Domain",
    details: "Details", register: "Register", approve: "Approve", reject: "Reject", withdraw: "Withdraw", extend: "Extend", convert: "Convert", days: "Days of protection", reason: "Reason",
    left: "{n} days left", by: "By", until: "Protected until {day}", submitted: "Submitted {when}", decided: "Decided {when}", noRegistration: "Not registered", needs: "A registration needs a partner and a domain.",
    clear: "Nothing stands in the way", inWay: "Known already", conflicts: "Conflicts", lostReason: "Reason for the loss", deals: "Deals", attributions: "Attributions", edit: "Edit lead", direction: "Direction",
    converted: "The deal is made", approved: "{name} is approved", rejected: "{name} is rejected", approvedAll: "{n} of {all} approved", rejectedAll: "{n} of {all} rejected", rejectAll: "Reject {n} registrations", remove: "Delete lead", contact: "Contact", person: "Name", lost: "Lost", lose: "Lose the lead",
  },
  deal: {
    title: "Deals", search: "Search deals", create: "New deal", deal: "Deal", stage: "Stage", value: "Value", partner: "Partner", close: "Closes", owner: "Owner", updated: "Updated", empty: "No deals yet",
    emptyText: "Convert a lead, or add a deal.", open: "Open", won: "Won", lost: "Lost", label: "Label", currency: "Currency", closedOn: "Closed on", lostReason: "Why it was lost", win: "Win the deal",
    lose: "Lose the deal", commission: "Commission", explanation: "Why this commission", occurrences: "Payments planned", total: "Total commission", rule: "Rule", version: "version {n}", overridden: "Set by hand for this deal",
    noCommission: "No commission", part: "Part", accrues: "Accrues", due: "Due", made: "Payment", back: "Return to the rule", details: "Details", edit: "Edit deal", lead: "Lead", tags: "Tags", closed: "Closed", percentage: "Share",
    stageSince: "In this stage since", remove: "Delete deal", override: "Set by hand", amount: "Amount", overrideText: "This deal pays a fixed amount in place of the rule.", phase: "Phase", ongoing: "It goes on",
  },
  payment: {
    title: "Payments", create: "New payment", due: "Due", value: "Value", status: "Status", category: "Category", recipient: "Recipient", deal: "Deal", held: "Held until", empty: "No payments yet",
    emptyText: "Payments come from commission rules when deals are won.", pending: "To approve", approved: "Approved", paid: "Paid", approve: "Approve", start: "Start payout", complete: "Mark as paid", fail: "Mark as failed", cancel: "Cancel payment",
    approvedAll: "{n} of {all} approved", movedAll: "{n} of {all} are {status}", select: "{n} selected", explanation: "Why this amount", details: "Details", rule: "Rule", accrued: "Accrued on", settled: "Settled on", moved: "Payment is {status}",
    label: "Label", currency: "Currency", adjusts: "Takes back", type: "Recipient's kind", sumAll: "Sum of all {n}", sumPage: "Sum of the {n} on this page, of {all}", sumRest: "Add up all (requests: {calls})", partner: "Partner",
  },
  inbox: {
    nothing: "Nothing waits", nothingText: "Registrations, payments, mentions, conflicts and failing webhooks appear here.", registrations: "Registrations to decide", payments: "Payments to approve",
    conflicts: "CRM conflicts", failing: "Failing webhooks", since: "fails since {when}", all: "Approve {n}", rejectAll: "Reject {n}", chooseAll: "Select all", rest: "Show all {n}", mentions: "Mentions of you", assign: "Assign", assigned: "{name} belongs to {owner}",
  },
  rule: {
    search: "Search rules", create: "New rule", edit: "Edit rule", empty: "No commission rules yet", emptyText: "A rule says which deals pay a commission, how much, and when.", rule: "Rule", for: "For", pays: "Pays",
    target: "Paid to", kind: "Kind", bonus: "Bonus", base: "Base", every: "each {period}", partners: "{n} partners", tiers: "{n} tiers", categories: "{n} categories", everyone: "everyone of the type", label: "Label",
    percentage: "Share of the deal", fixed: "Fixed amount", month: "Month", quarter: "Quarter", year: "Year", targetPartner: "The partner", targetPerson: "A person", how: "How often", once: "Once", recurring: "Again and again",
    amountOf: "Amount of", amount: "Amount", percent: "Percent", period: "Each", times: "How many times", trigger: "Starts when in stage", hold: "Days on hold", clawback: "Days of clawback", bonusHelp: "Bonus: paid besides the rule that fits best",
    entries: "Entries", ofEntry: "Entry {n}: {label}", begin: "Choose what comes nearest. Everything can be changed before the rule is made.",
    referralTitle: "Referral fee", referralText: "A fixed amount, once, when a referred deal is won. It is held for 30 days.", referralLabel: "Referral fee", resaleTitle: "Resale share", resaleText: "A share of the deal's value, once, when it is won.", resaleLabel: "Resale share",
    subscriptionTitle: "Subscription share", subscriptionText: "A share when the deal is won, and a smaller one each month of a year. 90 days of clawback.", subscriptionLabel: "Subscription share", otherTitle: "Another rule", otherText: "A share of the deal, to be changed as you like.",
    editText: "Deals that are closed keep the version they were closed under.", noDeal: "A preview needs a deal that is won.", preview: "For {deal}", remove: "Delete rule", notPlain: "This rule has more than the form shows. It is changed through the API.",
    versions: "Versions", scope: "Whom", values: "Deal value", valid: "Valid", when: "When", cycle: "Payout cycle", minimum: "Minimum payout",
  },
  hook: {
    create: "New endpoint", edit: "Edit endpoint", empty: "No endpoints yet", emptyText: "Waggle calls an endpoint when something happens. To receive events on your machine, run:", url: "URL", description: "Description", types: "Events",
    typesHelp: "Types with commas between them. * is all, deal.* is all of deals.", fields: "Only when these fields change", fieldsHelp: "Optional, for example stage_uuid, deal_value.", secret: "Secret",
    secretText: "Copy it now. It is not shown again.", secretLost: "It was made, but the reply with its secret was lost. Rotate it to get one.", verify: "Verify signatures", verifyText: "Each call has the headers webhook-id, webhook-timestamp and webhook-signature. A library of this standard checks them:", verifyCode: "Example", verifyHand: "By hand:", verifySeveral: "After a rotation, webhook-signature has several signatures with spaces between them. One that matches is enough. webhook-id is the same on every attempt, so a receiver can drop what it has seen.", rotate: "Rotate secret", rotateText: "A new secret signs from now on. Earlier ones still sign for 24 hours.", remove: "Delete endpoint", healthy: "Healthy", failing: "Failing", disabled: "Disabled",
    ping: "Send ping", pinged: "{status} after {ms} ms", pingFailed: "The endpoint replied {status} after {ms} ms", replay: "Replay …", replayGo: "Replay", replayText: "Sends all events of this time again.", hours: "Hours back",
    replaying: "{events} events read, {n} deliveries so far", replayed: "Done: {events} events, {n} deliveries", disable: "Disable", enable: "Enable", disabledText: "Nothing is sent to it.", failingText: "First failure {when}. Last reply: {reason}",
    added: "Added", any: "All", succeeded: "Delivered", pending: "Retrying", failed: "Failed", outcome: "Outcome", event: "Event", attempts: "Attempts", when: "When", noDeliveries: "No deliveries", noReply: "No reply", waiting: "Waiting",
    retryAll: "Retry all {n} failed", retryText: "Sends again, in order, what failed in the last {n} days.", history: "History", single: "Last deliveries", day: "Last 24 hours", hourly: "{n} calls in {hours} hours · {failed} failed · {again} repeated",
    newest: "of the newest 2,000 deliveries", hour: "{time}: {n} delivered, {failed} failed, 95 % within {ms} ms",
    again: "Send again", sent: "Sent again", took: "{ms} ms · {when}", reply: "Reply", next: "Next attempt {when}", body: "Body", gone: "The event is older than 30 days.", strip: "{n} % delivered · median {ms} ms · last {last} · {again} after a retry",
  },
  event: { go: "Go on", pause: "Pause", filter: "Filter by type, like deal.*", empty: "No events", emptyText: "What anyone changes appears here at once.", type: "Type", actor: "By", record: "Open record" },
  key: {
    create: "New key", label: "Label", days: "Valid for days", daysHelp: "A key for a person should expire. Empty: never.", user: "Whose key", scopes: "Scopes", made: "The API key", rotate: "Rotate", overlap: "Hours in which both are valid",
    rotateText: "The new key has the same scopes.", revoke: "Revoke", revokeText: "No request is answered with it any more, at the latest after a minute.", search: "Search keys", empty: "No keys", state: "State", used: "Last used", expires: "Expires",
  },
  audit: { empty: "Nothing changed in the last 30 days", resource: "Resource", action: "Action", record: "Record", changes: "Before → after", who: "Who", fields: "{n} fields" },
  note: { person: "Whose", everyone: "Everyone", readAll: "Mark all as read", unread: "Unread", empty: "Nothing new", emptyText: "Mentions, assignments and decisions appear here.", markRead: "Mark as read", markUnread: "Mark as unread" },
  setting: {
    partnerStages: "Partner stages", dealStages: "Deal stages", paymentStages: "Payment stages", tiers: "Tiers", tags: "Tags", categories: "Categories", fields: "Fields", users: "Users", company: "Company", new: "New", showThem: "Show them",
    records: "{n} records", up: "Move {name} up", down: "Move {name} down", phase: "Phase", probability: "Probability in percent", partnerType: "Only for", association: "Belongs to", type: "Type", options: "Options", optionsHelp: "With commas between them",
    required: "Required", shared: "Partners may see it", colour: "Colour", label: "Label", name: "Name", domain: "Domain", currency: "Currency", timeZone: "Time zone", days: "Days of protection",
  },
  crm: {
    connect: "Connect a CRM", empty: "No CRM connected", emptyText: "Partners, contacts, leads and deals stay the same in HubSpot, Pipedrive or Salesforce and here.", test: "Test", dry: "Dry run", sync: "Synchronise", pause: "Pause", resume: "Resume", disconnect: "Disconnect",
    disconnectText: "Records stay on both sides. The links between them go.", started: "Started", tested: "Connected to {name}", account: "Account", last: "Last success", every: "Runs every", minutes: "{n} minutes", quota: "Requests", used: "{used} of {share} used; the CRM allows {limit}",
    brake: "Delete brake", conflicts: "Conflicts", runs: "Runs", links: "Links", log: "Log", mapping: "Mapping", noRuns: "No runs yet", noLinks: "No links yet", noLog: "Nothing was written yet", noConflicts: "No conflicts", counts: "Records",
    counted: "{read} read, {written} written, {conflicts} conflicts, {failed} failed", remote: "CRM", direction: "Direction", wins: "Wins", mappingText: "Which fields stay the same, and which side wins when both change.", decided: "Being carried out",
    editMapping: "Edit mapping", addField: "Add a field", dropField: "Take {name} out", mapped: "Saved. The next change of a record, or a full run, carries it out.", ofResource: "{resource} ↔ {object}",
    writes: "Writes", planned: "Planned writes", nothingPlanned: "The next run would write nothing", inWaggle: "In Waggle", inCrm: "In the CRM", takeWaggle: "Take Waggle's", takeCrm: "Take the CRM's", link: "Link {id}", make: "Make a new one", provider: "CRM", token: "Token", my_domain: "My Domain", consumer_key: "Consumer key", consumer_secret: "Consumer secret", everyMinutes: "Minutes between runs",
  },
  palette: { label: "Search partners, leads, deals, contacts, pages", hint: "Type two letters or more." },
  overview: {
    period: "Period", days: "{n} days", won: "Won value", before: "before: {value}", both: "{first} · {second}", open: "Open pipeline", rate: "Win rate", partners: "New partners", due: "Commission due", noBefore: "nothing before", also: "{note} · and {sums}", more: "+{n} % against before", less: "−{n} % against before", deals: "{n} deals",
    wonOf: "{won} of {all} won", leaders: "Best partners", stages: "Open deals by stage", latest: "Latest events", chart: "Won value over time in {currency}", dashed: "Dashed: the period before.", nobody: "No deals in this time", leader: "{won} won · {open} open · {rate}",
  },
  setup: { title: "Set up your programme", stages: "Look at the stages", users: "Add your colleagues", tiers: "Make tiers", partner: "Add the first partner", rule: "Write a commission rule" },
  activity: {
    created: "Added", deleted: "Deleted", changed: "{n} fields changed", one: "{field} changed", empty: "No changes yet", by: "by {name} · {when}",
    admin: "Only keys with admin rights can read the activity.",
  },
  notes: { empty: "No notes yet", write: "Write a note", add: "Add note", remove: "Delete note" },
  known: {
    referral: "referral", reseller: "reseller", distributor: "distributor", invited: "invited", accepted: "accepted", declined: "declined",
    inactive: "inactive", active: "active", disabled: "disabled", enabled: "enabled", discovery: "discovery", evaluation: "evaluation",
    negotiation: "negotiation", pending: "pending", processing: "processing", completed: "completed", failed: "failed", new: "new",
    contacted: "contacted", qualified: "qualified", converted: "converted", lost: "lost", manual: "manual", partnership: "partnership",
    campaign: "campaign", integration: "integration", received: "received", sent: "sent", sourced: "sourced", influenced: "influenced", none: "none",
    approved: "approved", rejected: "rejected", withdrawn: "withdrawn", expired: "expired", cancelled: "cancelled", commission: "commission",
    spiff: "spiff", adjustment: "adjustment", partner: "partner", user: "user", contact: "contact", lead: "lead", deal: "deal", note: "note",
    payment: "payment", stage: "stage", tier: "tier", tag: "tag", category: "category", company: "company", individual: "individual",
    one_off: "one off", recurring: "recurring", planned: "planned", made: "made", percentage: "percentage", fixed: "fixed", scaling: "scaling",
    per_unit: "per unit", volume: "volume", split: "split", month: "month", quarter: "quarter", half_month: "half month", half_year: "half year",
    year: "year", admin: "admin", partnerships: "partnerships", indirect: "indirect", created: "created", updated: "updated", deleted: "deleted",
    earned: "earned", paid: "paid", text: "text", textarea: "textarea", number: "number", date: "date", boolean: "boolean", succeeded: "succeeded", connecting: "connecting",
    paused: "paused", needs_reauth: "needs reauth", limited: "limited", failing: "failing", linked: "linked", parked: "parked", conflict: "conflict",
    unlinked: "unlinked", running: "running", waiting: "waiting", finished: "finished", written: "written", both: "both", latest: "latest",
    blank_only: "blank only", same_field: "same field", several_match: "several match", delete_met_change: "delete met change", update: "update",
    archive: "archive", link: "link", unlink: "unlink", create: "create", open: "open", decided: "decided", resolved: "resolved",
    lead_creator: "lead creator", deal_owner: "deal owner", registrations: "registrations", leads: "leads", deals: "deals", partners: "partners",
    contacts: "contacts", revoked: "revoked", commission_rule: "commission rule", custom_field: "custom field", webhook_endpoint: "webhook endpoint",
    created_after: "created after", created_before: "created before", updated_after: "updated after", updated_before: "updated before", closed_after: "closed after", closed_before: "closed before", due_after: "due after", due_before: "due before", assigned: "assigned", payment_stage: "payment stage",
    registration_status: "registration", registration: "registration", name: "name", email: "e-mail", status: "status", description: "description", phone_number: "phone number",
    website_url: "website url", country_code: "country code", assigned_user: "assigned user", email_domain: "e-mail domain",
    currency_code: "currency code", deal_value: "deal value", estimated_value: "estimated value", payment_value: "payment value",
    closed_at: "closed at", expected_close_date: "expected close date", lost_reason: "lost reason", attributions: "attributions",
    custom_fields: "custom fields", external_ids: "external ids", label: "label", background_color: "background color", text_color: "text color",
    phase: "phase", probability: "probability", series: "series", scopes: "scopes", expires_at: "expires at", event_types: "event types", url: "URL",
    fields: "fields", failing_since: "failing since", disabled_reason: "disabled reason", entries: "entries", hold_days: "hold days",
    clawback_days: "clawback days", partner_type: "partner type", payment_target: "payment target", reseller_owner: "reseller owner",
    parent_partner: "parent partner", due_date: "due date", held_until: "held until", explanation: "explanation", remote_account: "remote account",
    credentials: "credentials", commission_shares: "commission shares", position: "position", role: "role", association: "association", key: "key",
    type: "type", entity: "entity", required: "required", shared: "shared", options: "options", first_name: "first name", last_name: "last name",
    notification_types: "notification types", company_name: "company name", domain: "domain", direction: "direction", source: "source",
    content: "content", mentions: "mentions", sum: "sum", value: "value", tags: "tags", total_commission_value: "total commission value",
    commission_percentage: "commission percentage", booked_on: "booked on", settled_on: "settled on", secret_rotated_at: "secret rotated at",
    last_success_at: "last success at", minimum_payout: "minimum payout", payout_cycle: "payout cycle", rule_version: "rule version", rule: "rule",
    recipient: "recipient", occurrence: "occurrence", part: "part", accrued_on: "accrued on", read_at: "read at", quota: "quota",
    status_reason: "status reason", revoked_at: "revoked at", true: "yes", false: "no", closed_won: "won", closed_lost: "lost",
    lead_submission_form: "form", multi_select: "several of a list", select: "one of a list", api_key: "API key", crm_connection: "CRM connection",
    crm: "CRM", to_crm: "to the CRM", from_crm: "from the CRM", waggle: "Waggle", refused_by_crm: "refused by the CRM",
    refused_by_waggle: "refused by Waggle",
  },
};

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ODD = "àƀçđêƒǧħîĵķłɱñöƥʠřšţûṽŵẋýžÀƁÇĐÊƑǦĦÎĴĶŁṀÑÖƤɊŘŠŢÛṼŴẊÝŽ";
// A test switches this on: a word that stays plain is in no text file.
const isPseudo = sessionStorage.getItem("waggle.pseudo") !== null;
const pseudo = (text) => [...text].map((letter) => [...ODD][LETTERS.indexOf(letter)] ?? letter).join("");

/** The words of a name like `list.clear`; `undefined` if there are none. */
export function t(name, values) {
  const dot = name.indexOf(".");
  const text = TEXTS[name.slice(0, dot)]?.[name.slice(dot + 1)];
  if (text === undefined) return undefined;
  const parts = text.split(/\{(\w+)\}/);
  return parts.map((part, at) => (at % 2 ? String(values?.[part] ?? "") : isPseudo ? pseudo(part) : part)).join("");
}
