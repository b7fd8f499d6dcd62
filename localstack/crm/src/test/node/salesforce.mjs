// Calls a Salesforce with jsforce, as applications do, and fails at the first reply that is not Salesforce's.
import assert from 'node:assert/strict';
import jsforce from 'jsforce';

const [base, clientSecret] = process.argv.slice(2);
const version = '67.0';
const connect = async (secret) => {
  const connection = new jsforce.Connection({
    instanceUrl: base, version, maxRequest: 20,
    oauth2: { clientId: 'local-app', clientSecret: secret, loginUrl: base },
  });
  const token = await connection.oauth2.requestToken({ grant_type: 'client_credentials' });
  return new jsforce.Connection({ instanceUrl: base, version, accessToken: token.access_token });
};
const refusal = async (call) => {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'the call was not refused' });
};

// A token by client credentials.
await refusal(() => connect('wrong'));
const salesforce = await connect(clientSecret);
const accounts = salesforce.sobject('Account');

// The fields of an object.
const description = await accounts.describe();
const marker = description.fields.find((field) => field.name === 'Waggle_Id__c');
assert.ok(marker.externalId && marker.unique && marker.updateable);

// Create, read, update, clear.
const acme = await accounts.create({ Name: ' Acme ', Website: 'acme.example' });
assert.equal(acme.success, true);
assert.equal(acme.id.length, 18);
await accounts.update({ Id: acme.id, Phone: '+49 30 1', Website: null });
const read = await accounts.retrieve(acme.id);
assert.equal(read.Name, 'Acme');
assert.equal(read.Website, null);
assert.match(read.SystemModstamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);

// Upsert twice: one record.
const first = await accounts.upsert({ Waggle_Id__c: 'w-1', Name: 'Upserted' }, 'Waggle_Id__c');
const second = await accounts.upsert({ Waggle_Id__c: 'w-1', Name: 'Upserted' }, 'Waggle_Id__c');
assert.equal(first.created, true);
assert.equal(second.created, false);
assert.equal(first.id, second.id);

// A collection with one bad row: outcomes have the order of the rows.
const mixed = await accounts.create([{ Name: 'Good' }, { Nickname: 'Bad' }, { Name: 'Good too' }]);
assert.deepEqual(mixed.map((row) => row.success), [true, false, true]);
assert.equal(mixed[1].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');

// Queries, and their pages of 2,000 rows.
for (let i = 0; i < 10; i++) {
  await accounts.create(Array.from({ length: 200 }, (_, n) => ({ Name: `Account ${i} ${n}` })));
}
const page = await salesforce.query("SELECT Id, Name FROM Account WHERE Name != 'Acme' ORDER BY SystemModstamp, Id");
assert.equal(page.done, false);
assert.equal(page.records.length, 2000);
const last = await salesforce.queryMore(page.nextRecordsUrl);
assert.equal(last.done, true);
assert.equal(last.records.length, 3);
const found = await accounts.find({ Waggle_Id__c: 'w-1' }, ['Id', 'Name']);
assert.deepEqual(found.map((row) => row.Id), [first.id]);
assert.equal((await refusal(() => salesforce.query('SELECT Nickname FROM Account'))).errorCode, 'INVALID_FIELD');
assert.equal((await refusal(() => salesforce.query('SELECT FROM'))).errorCode, 'MALFORMED_QUERY');

// Doubles.
const contacts = salesforce.sobject('Contact');
await contacts.create({ LastName: 'Lee', Email: 'ann@acme.example' });
const twice = await refusal(() => contacts.create({ LastName: 'Lee', Email: 'ann@acme.example' }));
assert.equal(twice.errorCode, 'DUPLICATES_DETECTED');
const same = await refusal(() => accounts.update({ Id: acme.id, Waggle_Id__c: 'w-1' }));
assert.equal(same.errorCode, 'DUPLICATE_VALUE');
assert.match(same.message, new RegExp(first.id));
assert.equal((await refusal(() => contacts.create({ FirstName: 'Ann' }))).errorCode, 'REQUIRED_FIELD_MISSING');

// Notes are completed tasks, related to an account or an opportunity, or with the name of a lead or a contact.
const tasks = salesforce.sobject('Task');
const ofActivities = (await tasks.describe()).fields.find((field) => field.name === 'Waggle_Id__c');
assert.ok(ofActivities.externalId && ofActivities.updateable);
const note = { Waggle_Id__c: 't-1', Subject: 'Asked', Description: 'Asked for <b>20 %</b>', Status: 'Completed', WhatId: first.id };
const task = await tasks.upsert(note, 'Waggle_Id__c');
assert.equal(task.created, true);
assert.equal((await tasks.upsert(note, 'Waggle_Id__c')).id, task.id);
const done = await tasks.retrieve(task.id);
assert.equal(done.WhatId, first.id);
assert.equal(done.Description, 'Asked for <b>20 %</b>');
await tasks.update({ Id: task.id, Description: 'Agreed', WhatId: acme.id });
const retrieved = await tasks.find({ Waggle_Id__c: 't-1' }, ['Id', 'Description', 'WhatId']);
assert.deepEqual(retrieved.map((row) => [row.Id, row.Description, row.WhatId]), [[task.id, 'Agreed', acme.id]]);
await tasks.destroy(task.id);
assert.equal((await refusal(() => tasks.update({ Id: task.id, Description: 'A' }))).errorCode, 'ENTITY_IS_DELETED');
const gone = await salesforce.query(`SELECT Id, IsDeleted FROM Task WHERE Id = '${task.id}'`, { scanAll: true });
assert.equal(gone.records[0].IsDeleted, true);

// Deleted rows.
await accounts.destroy(acme.id);
assert.equal((await refusal(() => accounts.update({ Id: acme.id, Name: 'A' }))).errorCode, 'ENTITY_IS_DELETED');
assert.equal((await salesforce.query(`SELECT Id FROM Account WHERE Id = '${acme.id}'`)).totalSize, 0);
const all = await salesforce.query(`SELECT Id, IsDeleted FROM Account WHERE Id = '${acme.id}'`, { scanAll: true });
assert.equal(all.records[0].IsDeleted, true);
const deleted = await accounts.deleted('2026-11-01T00:00:00Z', '2026-11-30T00:00:00Z');
assert.deepEqual(deleted.deletedRecords.map((row) => row.id), [acme.id]);

// A token that is not valid.
const stranger = new jsforce.Connection({ instanceUrl: base, version, accessToken: 'other' });
assert.equal((await refusal(() => stranger.query('SELECT Id FROM Account'))).errorCode, 'INVALID_SESSION_ID');
console.log('every reply is as expected');
