import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarios } from '../../../practice';

const folder = 'practice/scenarios';
const readme = readFileSync(`${folder}/README.md`, 'utf8');
const list = readme.slice(readme.indexOf('\n## All '), readme.indexOf('\n## Passphrases'));
const rows = list.split('\n').filter((line) => line.startsWith('| `'));

test('the list of scenarios has a row for each of them, in their own words, and no other', () => {
  const wanted = scenarios.map(
    ({ id, title, description }) => `| \`${id}\` | ${title} | ${description} |`,
  );
  expect(rows.sort()).toEqual(wanted.sort());
});

test('every file of a scenario comes with the program', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(scenarios.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
});

test('the readmes count the scenarios right', () => {
  const count = String(scenarios.length);
  expect(/^## All (\d+) scenarios$/m.exec(readme)?.[1]).toBe(count);
  const main = readFileSync('README.md', 'utf8');
  expect(/\[(\d+) scenarios\]/.exec(main)?.[1]).toBe(count);
});
