import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OperationHistory } from '../../contract/history';
import type { Application } from '../../main/application/application';
import { openWorld } from '../../practice/world/store';
import { openForFile } from '../support/open-for-file';
import { goodAnswers } from '../support/practice-application';
import { applyProcedure, enterSecrets } from '../support/run-procedure';

const open = openForFile();

const answers = { action: 'restart', deployment: 'standAlone', which: 'chosen', tmansvc: 'yes' };

async function told({ history }: Application, id: string): Promise<OperationHistory> {
  const found = await history(id);
  if (!found.ok) throw new Error(found.problem.what);
  return found.value;
}

describe.concurrent('the history of an operation', { timeout: 120_000 }, () => {
  test('tells its answers in words, and what changed on the server since', async () => {
    const one = await open({ installed: {} });
    const { id } = await applyProcedure(one.application, 'services', answers);
    const before = await told(one.application, id);
    expect(before).toMatchObject({
      procedure: 'services',
      answers,
      user: 'WIN-PS01\\Administrator',
    });
    expect(before.shown).toContainEqual({ label: 'What is to be done?', value: 'Restart' });
    expect(before.shown).toContainEqual({ label: 'tmansvc', value: 'yes' });
    expect(before.drift).toMatchObject({ since: 'end', differences: [] });
    await openWorld(join(one.folder, 'world')).change((world) => {
      for (const service of world.services) {
        if (service.name === 'svagents') service.startType = 'disabled';
        if (service.name === 'ProcessServer') Object.assign(service, { state: 'stopped', pid: 0 });
      }
      for (const address of world.addresses) address.address = '10.20.30.99';
    });
    const { drift } = await told(one.application, id);
    expect(drift?.differences).toEqual([
      { label: 'IP addresses', was: '10.20.30.41', now: '10.20.30.99' },
      { label: 'Service ProcessServer', was: 'running', now: 'stopped' },
      expect.objectContaining({ label: 'Start type of svagents', now: 'Disabled' }),
    ]);
  });

  test('holds no secret, and leads back to the procedure that was prepared', async () => {
    const one = await open({});
    enterSecrets(one.application);
    const { id } = await applyProcedure(one.application, 'prepare', goodAnswers);
    const history = await told(one.application, id);
    expect(history.procedure).toBe('set-up');
    expect(history.answers).toMatchObject({ csAddress: '10.20.30.40' });
    expect(JSON.stringify(one.application.operations.records(id))).not.toMatch(
      /Practice-(?:Passphrase|Proxy)/,
    );
    expect(Object.keys(history.answers)).not.toContain('passphrase');
  });

  test('a journal of an older version opens; it tells that it kept no facts', async () => {
    const one = await open({ installed: {} });
    const { id } = await applyProcedure(one.application, 'services', answers);
    const journal = join(one.folder, 'operations', id, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, lines.filter((line) => !line.includes('"serverSeen"')).join('\n'));
    expect(one.application.operations.state(id).status).toBe('done');
    expect((await told(one.application, id)).drift).toBeNull();
  });

  test('a damaged journal is listed, and told for what it is', async () => {
    const one = await open({ installed: {} });
    const { id } = await applyProcedure(one.application, 'services', answers);
    writeFileSync(join(one.folder, 'operations', id, 'journal.jsonl'), '{"kind":"opened"}\n');
    expect(one.application.operations.list().map((listed) => listed.id)).toEqual([id]);
    expect(await one.application.history(id)).toMatchObject({
      ok: false,
      problem: { code: 'journalDamaged' },
    });
    const next = await applyProcedure(one.application, 'services', answers);
    expect(next.status).toBe('done');
  });
});
