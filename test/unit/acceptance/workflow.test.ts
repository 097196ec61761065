import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const read = (path: string) =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const workflow = read('.github/workflows/windows.yml');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const called = [...workflow.matchAll(/^ +run: npm run (\S+)/gm)].map(([, name = '']) => name);

test('calls scripts that there are, and each suite that runs on Windows', () => {
  expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(called).toEqual(
    expect.arrayContaining([
      ...['types', 'lint', 'boundaries', 'unit', 'procedures', 'faults', 'journeys', 'package'],
      ...['test:powershell', 'acceptance:windows'],
    ]),
  );
});

test('says at its top that it was never run, as long as nobody has', () => {
  expect(workflow.split('\n').slice(0, 4).join('\n')).toContain('NEVER BEEN RUN');
});

test('pins every action to a major version and holds no secret', () => {
  const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(actions.length).toBeGreaterThan(2);
  for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  expect(workflow).not.toContain('secrets.');
});
