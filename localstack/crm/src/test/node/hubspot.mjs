// Calls a HubSpot with HubSpot's own client, as applications do, and fails at the first reply that is not HubSpot's.
import assert from 'node:assert/strict';
import { Client } from '@hubspot/api-client';

const [basePath, accessToken] = process.argv.slice(2);
const client = new Client({ accessToken, basePath });
const companies = client.crm.companies;
const contacts = client.crm.contacts;

const refusal = async (call) => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'the call was not refused' });
};

// Properties: one with unique values, for upserts.
await client.crm.properties.coreApi.create('companies', {
  name: 'waggle_id', label: 'Waggle ID', type: 'string', fieldType: 'text', groupName: 'companyinformation',
  hasUniqueValue: true,
});
const properties = await client.crm.properties.coreApi.getAll('companies');
assert.ok(properties.results.some((property) => property.name === 'waggle_id' && property.hasUniqueValue));

// Create, read, update, clear.
const acme = await companies.basicApi.create({ properties: { name: 'Acme', domain: 'ACME.example' } });
assert.match(acme.id, /^[0-9]+$/);
const read = await companies.basicApi.getById(acme.id, ['name', 'domain', 'phone']);
assert.equal(read.properties.domain, 'acme.example');
assert.equal(read.properties.phone, null);
assert.ok(read.updatedAt instanceof Date);
await companies.basicApi.update(acme.id, { properties: { name: 'Acme Ltd', domain: '' } });
assert.equal((await companies.basicApi.getById(acme.id, ['domain'])).properties.domain, null);

// Upsert twice: one record.
const upsert = () => companies.batchApi.upsert({
  inputs: [{ id: 'w-1', idProperty: 'waggle_id', objectWriteTraceId: 't-1', properties: { name: 'Upserted', waggle_id: 'w-1' } }],
});
const first = await upsert();
const second = await upsert();
assert.equal(first.results[0]._new ?? first.results[0].new, true);
assert.equal(second.results[0]._new ?? second.results[0].new, false);
assert.equal(first.results[0].id, second.results[0].id);

// A batch with one bad row: the others are made, and the bad one is told by its trace.
const mixed = await companies.batchApi.create({
  inputs: [
    { objectWriteTraceId: 'good', properties: { name: 'Good' }, associations: [] },
    { objectWriteTraceId: 'bad', properties: { nickname: 'Bad' }, associations: [] },
  ],
});
assert.equal(mixed.results.length, 1);
assert.equal(mixed.numErrors, 1);
assert.deepEqual(mixed.errors[0].context.objectWriteTraceId, ['bad']);

// Pages of the list and of a search.
for (let i = 0; i < 3; i++) {
  await companies.basicApi.create({ properties: { name: `Page ${i}`, city: 'Berlin' } });
}
const all = await companies.getAll(2, undefined, ['name']);
assert.equal(all.length, 6);
const search = (after) => companies.searchApi.doSearch({
  filterGroups: [{ filters: [{ propertyName: 'city', operator: 'EQ', value: 'Berlin' }] }],
  sorts: ['hs_object_id'], properties: ['name'], limit: 2, after,
});
const page = await search();
assert.equal(page.total, 3);
assert.equal(page.results.length, 2);
const last = await search(page.paging.next.after);
assert.deepEqual(last.results.map((company) => company.properties.name), ['Page 2']);
assert.equal(last.paging, undefined);
const beyond = await refusal(() => search('10000'));
assert.equal(beyond.code, 400);

// A taken e-mail address names the other contact.
const ann = await contacts.basicApi.create({ properties: { email: 'Ann@acme.example' }, associations: [] });
const taken = await refusal(() => contacts.basicApi.create({ properties: { email: 'ann@ACME.example' }, associations: [] }));
assert.equal(taken.code, 409);
assert.match(taken.body.message, new RegExp(`Existing ID: ${ann.id}`));
const byEmail = await contacts.basicApi.getById('ann@acme.example', ['email'], undefined, undefined, false, 'email');
assert.equal(byEmail.id, ann.id);

// Archived records are told apart.
await companies.basicApi.archive(acme.id);
assert.equal((await refusal(() => companies.basicApi.getById(acme.id))).code, 404);
const archived = await companies.basicApi.getPage(10, undefined, ['name'], undefined, undefined, true);
assert.deepEqual(archived.results.map((company) => company.id), [acme.id]);
const batch = await companies.batchApi.read({
  properties: ['name'], propertiesWithHistory: [], inputs: [{ id: acme.id }, { id: first.results[0].id }],
});
assert.deepEqual(batch.results.map((company) => company.id), [first.results[0].id]);
assert.equal(batch.numErrors, 1);

// Notes: made with the record that they are about, which also an association sets.
const notes = client.crm.objects.notes;
const associations = client.crm.associations.v4.basicApi;
const noteOf = (body, id) => notes.basicApi.create({
  properties: { hs_timestamp: '2026-11-26T08:00:00Z', hs_note_body: body },
  associations: id ? [{ to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 190 }] }] : [],
});
const about = async (id) =>
  (await notes.basicApi.getById(id, ['hs_note_body'], undefined, ['companies'])).associations?.companies?.results.map((row) => row.id);
const note = await noteOf('Asked for <b>20 %</b>', first.results[0].id);
assert.equal((await notes.basicApi.getById(note.id, ['hs_note_body'])).properties.hs_note_body, 'Asked for <b>20 %</b>');
assert.deepEqual(await about(note.id), [first.results[0].id]);
const loose = await noteOf('Loose');
assert.equal(await about(loose.id), undefined);
const set = await associations.createDefault('notes', loose.id, 'companies', first.results[0].id);
assert.deepEqual(set.results.map((row) => [row._from.id, row.to.id]), [[loose.id, first.results[0].id]]);
assert.deepEqual(await about(loose.id), [first.results[0].id]);
await associations.archive('notes', loose.id, 'companies', first.results[0].id);
assert.equal(await about(loose.id), undefined);
const pair = await associations.create('notes', loose.id, 'companies', first.results[0].id, [
  { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 190 },
]);
assert.equal(pair.toObjectId, first.results[0].id);
assert.deepEqual(await about(loose.id), [first.results[0].id]);
await notes.basicApi.update(note.id, { properties: { hs_note_body: 'Agreed' } });
assert.equal((await notes.basicApi.getById(note.id, ['hs_note_body'])).properties.hs_note_body, 'Agreed');
assert.equal((await refusal(() => noteOf('Of nobody', '1'))).code, 400);
const undated = await refusal(() => notes.basicApi.create({ properties: { hs_note_body: 'Undated' }, associations: [] }));
assert.equal(undated.code, 400);
await notes.basicApi.archive(note.id);
assert.equal((await refusal(() => notes.basicApi.getById(note.id))).code, 404);
const archivedNotes = await notes.basicApi.getPage(10, undefined, undefined, undefined, undefined, true);
assert.deepEqual(archivedNotes.results.map((row) => row.id), [note.id]);

// Owners, pipelines, refusals.
const owners = await client.crm.owners.ownersApi.getPage();
assert.ok(owners.results.length > 0);
const pipelines = await client.crm.pipelines.pipelinesApi.getAll('deals');
assert.ok(pipelines.results[0].stages.some((stage) => stage.metadata.isClosed === 'true'));
const unknown = await refusal(() => companies.basicApi.create({ properties: { nickname: 'A' } }));
assert.equal(unknown.body.errors[0].code, 'PROPERTY_DOESNT_EXIST');
const stranger = new Client({ accessToken: 'pat-other', basePath });
assert.equal((await refusal(() => stranger.crm.companies.basicApi.getPage())).code, 401);

// The dated paths are the same.
const dated = await client.apiRequest({ method: 'GET', path: `/crm/objects/2026-09/companies/${first.results[0].id}` });
assert.equal((await dated.json()).id, first.results[0].id);
console.log('every reply is as expected');
