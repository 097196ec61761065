import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import configuration from '../../../.dependency-cruiser.cjs';

/** What imports what: the file, its import line, and the rules that must object to it. */
type Arrow = readonly [file: string, imported: string, rules: string[]];

const crossings: Arrow[] = [
  ['contract/react.ts', `import 'react'`, ['contract-imports-nothing']],
  ['contract/node.ts', `import 'node:fs'`, ['contract-imports-nothing']],
  ['contract/main.ts', `import type {} from '../main/host/ports'`, ['contract-imports-nothing']],
  [
    'renderer/src/main-code.ts',
    `import '../../main/host/ports'`,
    ['renderer-knows-only-the-contract'],
  ],
  ['renderer/src/node.ts', `import 'node:fs'`, ['renderer-has-no-node']],
  ['preload/plan.ts', `import type {} from '../contract/plan'`, ['preload-knows-only-channels']],
  ['preload/zod.ts', `import 'zod'`, ['preload-knows-only-channels']],
  ['main/reports/page.ts', `import '../../renderer/src/app'`, ['main-does-not-know-the-window']],
  ['main/runbooks/file.ts', `import 'node:fs'`, ['runbooks-are-pure']],
  ['main/runbooks/host.ts', `import type {} from '../host/ports'`, ['runbooks-are-pure']],
  ['main/runbooks/library.ts', `import 'react'`, ['runbooks-are-pure']],
  ['main/vendor/engine.ts', `import type {} from '../engine/apply'`, ['vendor-is-pure']],
  ['main/vendor/host.ts', `import type {} from '../host/ports'`, ['vendor-is-pure']],
  ['main/vendor/runbook.ts', `import '../runbooks/upgrade'`, ['vendor-is-pure']],
  ['main/capacity/node.ts', `import 'node:os'`, ['capacity-is-pure']],
  ['main/answers/file.ts', `import 'node:fs'`, ['answers-are-pure']],
  ['main/answers/runbook.ts', `import '../runbooks/upgrade'`, ['answers-are-pure']],
  ['main/engine/tool.ts', `import '../vendor/tool'`, ['engine-knows-no-product']],
  ['main/engine/runbook.ts', `import '../runbooks/upgrade'`, ['engine-knows-no-product']],
  [
    'main/engine/practice.ts',
    `import '../../practice/world'`,
    ['engine-knows-no-product', 'practice-is-wired-in-one-place'],
  ],
  ['main/host/engine.ts', `import '../engine/apply'`, ['host-knows-neither-product-nor-plans']],
  ['main/host/tool.ts', `import '../vendor/tool'`, ['host-knows-neither-product-nor-plans']],
  [
    'main/host/runbook.ts',
    `import '../runbooks/upgrade'`,
    ['host-knows-neither-product-nor-plans'],
  ],
  ['main/detection/engine.ts', `import '../engine/apply'`, ['detection-reads-through-ports']],
  ['main/detection/host.ts', `import '../host/ports'`, ['detection-uses-host-types-only']],
  ['main/ipc/practice.ts', `import '../../practice/world'`, ['practice-is-wired-in-one-place']],
  ['practice/tool.ts', `import '../main/vendor/tool'`, ['practice-knows-only-the-ports']],
  ['practice/host.ts', `import '../main/host/ports'`, ['practice-uses-host-types-only']],
  ['main/azure/run.ts', `import 'execa'`, ['execa-only-in-host']],
  ['main/azure/window.ts', `import 'electron'`, ['electron-only-at-the-edge']],
  ['main/azure/window-type.ts', `import type {} from 'electron'`, ['electron-only-at-the-edge']],
  ['renderer/src/electron.ts', `import 'electron'`, ['electron-only-at-the-edge']],
  ['main/reports/folder.ts', `import 'node:path'`, ['paths-of-this-computer-only-at-the-edge']],
  ['main/reports/win32.ts', `import 'path/win32'`, ['paths-of-this-computer-only-at-the-edge']],
  [
    'main/reports/tested.ts',
    `import '../../test/support/fake'`,
    ['nothing-ships-tests-or-scripts'],
  ],
  ['main/reports/cycle-a.ts', `import './cycle-b'`, ['no-cycles']],
  ['main/reports/type-cycle-a.ts', `import type {} from './type-cycle-b'`, ['no-cycles']],
];

const allowed: Arrow[] = [
  ['contract/plan.ts', `import 'zod'`, []],
  [
    'renderer/src/main.tsx',
    `import './app'; import 'react'; import type {} from '../../contract/plan'`,
    [],
  ],
  ['preload/index.ts', `import 'electron'; import '../contract/channels'`, []],
  [
    'main/index.ts',
    `import 'electron'; import 'node:path'; import './wiring'; import './ipc/register'`,
    [],
  ],
  ['main/ipc/register.ts', `import 'electron'`, []],
  ['main/wiring/practice.ts', `import '../../practice/world'; import 'node:path'`, []],
  ['main/window/open.ts', `import 'electron'; import 'node:path'`, []],
  [
    'main/wiring.ts',
    `import '../practice/world'; import './host/ports'; import './detection/detect'`,
    [],
  ],
  [
    'main/runbooks/install.ts',
    `import '../vendor/tool'; import '../../contract/plan'; import 'zod'`,
    [],
  ],
  [
    'main/answers/answer-file.ts',
    `import 'jsonc-parser'; import type {} from '../../contract/plan'`,
    [],
  ],
  ['main/detection/detect.ts', `import type {} from '../host/ports'; import '../vendor/tool'`, []],
  ['main/host/adapter.ts', `import 'execa'; import 'node:path'`, []],
  ['practice/world.ts', `import type {} from '../main/host/ports'; import '../contract/plan'`, []],
  ['test/unit/some.test.ts', `import 'execa'; import '../../practice/world'`, []],
];

const orphan = 'main/reports/nobody-needs-this.ts';

const targets = [
  'contract/channels.ts',
  'main/engine/apply.ts',
  'main/host/ports.ts',
  'main/runbooks/upgrade.ts',
  'main/vendor/tool.ts',
  'renderer/src/app.tsx',
  'test/support/fake.ts',
  orphan,
];

let tree = '';
/** "rule: file" of everything dependency-cruiser objected to. */
let objections: string[] = [];

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'boundaries-'));
  const write = async (name: string, content: string) => {
    await mkdir(join(tree, dirname(name)), { recursive: true });
    await writeFile(join(tree, name), content);
  };
  for (const name of ['electron', 'execa', 'jsonc-parser', 'react', 'zod']) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, '');
  }
  await write('package.json', '{}');
  for (const name of targets) await write(name, 'export {};\n');
  await write('main/reports/cycle-b.ts', `import './cycle-a';\n`);
  await write('main/reports/type-cycle-b.ts', `import type {} from './type-cycle-a';\n`);
  for (const [file, imported] of [...crossings, ...allowed]) await write(file, `${imported};\n`);
  const { output } = await cruise(
    ['contract', 'main', 'preload', 'renderer', 'practice', 'test'],
    {
      baseDir: tree,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden },
      doNotFollow: configuration.options?.doNotFollow,
      tsPreCompilationDeps: configuration.options?.tsPreCompilationDeps,
    },
    configuration.options?.enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(output);
  objections = output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
});

afterAll(() => rm(tree, { recursive: true, force: true }));

describe('a forbidden import is reported', () => {
  test.each(crossings)('%s: %s', (file, _imported, rules) => {
    const found = objections.filter((line) => line.endsWith(`: ${file}`));
    expect(found.sort()).toEqual(rules.map((rule) => `${rule}: ${file}`).sort());
  });

  test('a file nobody imports', () => {
    expect(objections).toContain(`no-orphans: ${orphan}`);
  });

  test('every rule has a crossing that proves it', () => {
    const proven = new Set(['no-orphans', ...crossings.flatMap(([, , rules]) => rules)]);
    expect(configuration.forbidden?.map((rule) => rule.name)).toEqual(
      expect.arrayContaining([...proven]),
    );
    expect(proven.size).toBe(configuration.forbidden?.length);
  });
});

test.each(allowed)('%s may: %s', (file) => {
  expect(objections.filter((line) => line.endsWith(`: ${file}`))).toEqual([]);
});
