import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** What the linter must say about a file: the rule's name, or nothing. */
const files: [file: string, content: string, rule: string | undefined][] = [
  [
    'main/window/named.ts',
    `import { ipcMain } from 'electron';\n\nipcMain.eventNames();\n`,
    'noRestrictedImports',
  ],
  [
    'main/window/whole.ts',
    `import * as electron from 'electron';\n\nelectron.app.quit();\n`,
    'noNamespaceImport',
  ],
  [
    'main/window/default.ts',
    `import electron from 'electron';\n\nelectron.app.quit();\n`,
    'noRestrictedImports',
  ],
  ['main/window/other.ts', `import { app } from 'electron';\n\napp.quit();\n`, undefined],
  [
    'main/ipc/register.ts',
    `import { ipcMain } from 'electron';\n\nipcMain.eventNames();\n`,
    undefined,
  ],
  [
    'main/runbooks/platform.ts',
    'export const platform = process.platform;\n',
    'noRestrictedGlobals',
  ],
  ['main/vendor/bytes.ts', 'export const bytes = Buffer.from([1]);\n', 'noRestrictedGlobals'],
  ['main/capacity/wait.ts', 'setTimeout(() => undefined, 1);\n', 'noRestrictedGlobals'],
  [
    'contract/ask.ts',
    `export const answer = fetch('https://example.com');\n`,
    'noRestrictedGlobals',
  ],
  [
    'renderer/src/platform.ts',
    'export const platform = process.platform;\n',
    'noRestrictedGlobals',
  ],
  ['main/host/platform.ts', 'export const platform = process.platform;\n', undefined],
  ['main/host/loose.ts', 'export const loose = (value: any) => value;\n', 'noExplicitAny'],
  [
    'main/host/sure.ts',
    'export const first = (list: string[]) => list[0]!.length;\n',
    'noNonNullAssertion',
  ],
  [
    'main/host/type.ts',
    `import { Readable } from 'node:stream';\n\nexport type Source = Readable;\n`,
    'useImportType',
  ],
];

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

let tree = '';
let findings: z.infer<typeof reportSchema>['diagnostics'] = [];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lint-rules-'));
  cpSync('biome.json', join(tree, 'biome.json'));
  for (const [file, content] of files) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), content);
  }
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  findings = reportSchema.parse(JSON.parse(stdout)).diagnostics;
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

test.each(files)('%s: %j', (file, _content, rule) => {
  const rules = findings
    .filter(({ location }) => location.path.endsWith(file))
    .map(({ category }) => category.split('/').at(-1));
  expect(rules).toEqual(rule ? [rule] : []);
});
