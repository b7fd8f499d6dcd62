// Calls a Pipedrive with Pipedrive's own client, as applications do, and fails at the first reply that is not Pipedrive's.
import assert from 'node:assert/strict';
import * as v1 from 'pipedrive/v1';
import * as v2 from 'pipedrive/v2';

const [base, apiKey] = process.argv.slice(2);
const second = (key) => new v2.Configuration({ basePath: `${base}/api/v2`, apiKey: key });
const organizations = new v2.OrganizationsApi(second(apiKey));
const fields = new v2.OrganizationFieldsApi(second(apiKey));
const persons = new v2.PersonsApi(second(apiKey));
const deals = new v2.DealsApi(second(apiKey));
const users = new v1.UsersApi(new v1.Configuration({ basePath: `${base}/api/v1`, apiKey }));

// The client rejects with the body of the reply.
const refusal = async (call) => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'the call was not refused' });
};
const add = (values) => organizations.addOrganization({ AddOrganizationRequest: values });

// A custom field has a code that only the account knows.
const made = await fields.addOrganizationField({ AddOrganizationFieldRequest: { field_name: 'Waggle ID', field_type: 'varchar' } });
const code = made.data.field_code;
assert.match(code, /^[0-9a-f]{40}$/);
const known = await fields.getOrganizationFields();
assert.ok(known.data.some((field) => field.field_code === code && field.is_custom_field));
assert.equal(known.additional_data.next_cursor, null);

// Create, read, update, clear.
const acme = (await add({ name: 'Acme', website: 'acme.example', custom_fields: { [code]: 'w-1' } })).data;
assert.equal(typeof acme.id, 'number');
assert.equal(acme.custom_fields[code], 'w-1');
const read = (await organizations.getOrganization({ id: acme.id })).data;
assert.match(read.update_time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const update = { id: acme.id, UpdateOrganizationRequest: { name: 'Acme Ltd', website: null } };
assert.equal((await organizations.updateOrganization(update)).data.website, null);

// Nothing stops a second record with the same mark.
await add({ name: 'Acme', custom_fields: { [code]: 'w-1' } });
const search = (term) => organizations.searchOrganization({ term, fields: 'custom_fields', exact_match: true });
assert.equal((await search('W-1')).data.items.length, 2);
assert.equal((await search('w')).data.items.length, 0);

// Pages.
for (let i = 0; i < 3; i++) await add({ name: `Page ${i}` });
const names = [];
let cursor;
do {
  const page = await organizations.getOrganizations({ limit: 2, cursor, sort_by: 'update_time', updated_since: '2020-01-01T00:00:00Z' });
  names.push(...page.data.map((row) => row.name));
  cursor = page.additional_data.next_cursor;
} while (cursor);
assert.equal(names.length, 5);

// Types are strict, and unknown fields are refused.
const number = { id: acme.id, UpdateOrganizationRequest: { owner_id: '11' } };
assert.equal((await refusal(() => organizations.updateOrganization(number))).code, 'ERR_SCHEMA_VALIDATION_FAILED');
const unknown = await refusal(() => add({ name: 'A', nickname: 'B' }));
assert.equal(unknown.success, false);
assert.match(unknown.error, /nickname/);
assert.match((await refusal(() => add({}))).error, /name/);

// Persons have lists of addresses.
const ann = (await persons.addPerson({ AddPersonRequest: { name: 'Ann', org_id: acme.id, emails: [{ value: 'ann@acme.example', primary: true, label: 'work' }] } })).data;
assert.equal(ann.emails[0].value, 'ann@acme.example');
assert.equal(ann.org_id, acme.id);
const byEmail = await persons.searchPersons({ term: 'ANN@acme.example', fields: 'email', exact_match: true });
assert.equal(byEmail.data.items[0].item.id, ann.id);

// Deals: numbers, and a list of their own for archived ones.
const deal = (await deals.addDeal({ AddDealRequest: { title: 'Renewal', value: 1000.5, currency: 'EUR', org_id: acme.id } })).data;
assert.equal(deal.value, 1000.5);
assert.equal((await deals.getDeals({ ids: String(deal.id) })).data.length, 1);
assert.deepEqual((await deals.getArchivedDeals({})).data, []);

// Notes: of version 1, about an organization, a person or a deal.
const notes = new v1.NotesApi(new v1.Configuration({ basePath: `${base}/api/v1`, apiKey }));
const noteOf = (values) => notes.addNote({ AddNoteRequest: values });
const note = (await noteOf({ content: 'Asked for <b>20 %</b>', org_id: acme.id })).data;
assert.equal(typeof note.id, 'number');
const noted = (await notes.getNote({ id: note.id })).data;
assert.equal(noted.content, 'Asked for <b>20 %</b>');
assert.equal(noted.org_id, acme.id);
assert.equal(noted.deal_id, null);
assert.match(noted.update_time, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const moved = await notes.updateNote({ id: note.id, NoteRequest: { content: 'Agreed', org_id: null, deal_id: deal.id } });
assert.equal(moved.data.content, 'Agreed');
assert.equal(moved.data.org_id, null);
assert.equal(moved.data.deal_id, deal.id);
await noteOf({ content: 'Of Ann', person_id: ann.id });
const listed = await notes.getNotes({ start: 0, limit: 1, start_date: '2026-01-01' });
assert.equal(listed.data.length, 1);
assert.equal(listed.additional_data.pagination.more_items_in_collection, true);
const rest = await notes.getNotes({ start: listed.additional_data.pagination.next_start, limit: 1 });
assert.equal(rest.data.length, 1);
assert.equal((await refusal(() => noteOf({ content: 'Of nobody' }))).success, false);
assert.equal((await refusal(() => noteOf({ content: 'Of a stranger', deal_id: 1 }))).success, false);
await notes.deleteNote({ id: note.id });
assert.equal((await refusal(() => notes.getNote({ id: note.id }))).code, 'ERR_NOT_FOUND');
assert.equal((await notes.getNotes({})).data.length, 1);

// A deleted record is missing in lists, and tells that it is deleted when it is read.
await organizations.deleteOrganization({ id: acme.id });
assert.deepEqual((await organizations.getOrganizations({ ids: String(acme.id) })).data, []);
assert.equal((await organizations.getOrganization({ id: acme.id })).data.is_deleted, true);
assert.equal((await refusal(() => organizations.updateOrganization(update))).code, 'ERR_NOT_FOUND');

// Users, and a stranger.
assert.ok((await users.getUsers()).data.some((user) => user.email === 'sam@pipedrive.example'));
assert.equal((await users.getCurrentUser()).data.company_id, 4711);
const stranger = new v2.OrganizationsApi(second('other'));
assert.equal((await refusal(() => stranger.getOrganizations({}))).code, 'ERR_UNAUTHORIZED');
console.log('every reply is as expected');
