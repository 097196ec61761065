import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PrerequisiteFacts } from '../../../contract/facts';
import type { Procedure } from '../../../contract/runbook';
import { answerSchema, readAnswers, writeAnswers } from '../../../main/answers/answer-file';
import { findRunbook, runbookNames } from '../../../main/runbooks/catalogue';
import { factsWith } from '../renderer/samples';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const update =
  'A question was changed. Update with: npx vitest run test/unit/answers/documents.test.ts -u';

const prerequisites: PrerequisiteFacts = {
  dotNetRelease: null,
  tls10Off: false,
  fips: false,
  policies: { commandPrompt: false, registryTools: false, attachments: false, scripts: false },
  culture: 'en-US',
  roles: [],
  clockOffsetSeconds: null,
  timeSource: '',
  asrFolder: 'absent',
  mySql55: null,
  perl: null,
  systemProxy: null,
};

/** As it is described where nothing was found: the reader's server has its own addresses. */
function describedProcedure(name: string): Procedure {
  const runbook = findRunbook(name);
  if (!runbook) throw new Error(`There is no procedure named ${name}.`);
  return runbook.describe(factsWith({ packages: [], prerequisites }), {});
}

describe('the documentation is as the program makes it', () => {
  test.each(runbookNames)('schema of %s', async (name) => {
    const schema = `${JSON.stringify(answerSchema(describedProcedure(name)), null, 2)}\n`;
    const file = join(docs, 'schema', `${name}.answers.schema.json`);
    await expect(schema, update).toMatchFileSnapshot(file);
  });

  test('example of set-up', async () => {
    const setUp = describedProcedure('set-up');
    const file = join(docs, 'examples', 'set-up.json');
    const answers = readAnswers(readFileSync(file, 'utf8'), setUp);
    await expect(writeAnswers(setUp, answers), update).toMatchFileSnapshot(file);
  });
});
