import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { createBench } from '../../acceptance/bench';
import { changes } from '../../acceptance/changes';
import { notTold, type Row } from '../../acceptance/fact';
import { type Report, writeReport } from '../../acceptance/report';
import { runAcceptance } from '../../acceptance/run';
import { host, runSystemTool, server, workFolder } from '../bed';
import type { Case } from '../harness';

const RUN_ONCE = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

let run: Promise<Report> | null = null;

async function begin(): Promise<Report> {
  // What a run left that was ended in the middle would be taken for somebody else's.
  await runSystemTool('reg.exe', ['delete', RUN_ONCE, '/v', '!ProcessServerManager', '/f']);
  return runAcceptance(host, {
    alsoChange: true,
    full: false,
    scratch: workFolder('acceptance'),
    onRow: () => undefined,
  });
}

/** One run with the write half for all cases: what it leaves and what it says is looked at below. */
const acceptance = () => {
  run ??= begin();
  return run;
};

const inGroup = ({ rows }: Report, group: string) => rows.filter((row) => row.group === group);

const lines = (rows: readonly Row[]) =>
  rows
    .map(({ verdict, name, ours, second, reason }) =>
      [verdict, name, ours, second, reason].join(' | '),
    )
    .join('\n');

/** Whether a tool of this Windows only stands in for the real one: it answers nothing at all. */
async function isStub(tool: string, args: readonly string[]): Promise<boolean> {
  const { end, output, error } = await runSystemTool(tool, args);
  return end.kind !== 'exited' || `${output}${error}`.trim() === '';
}

export const acceptanceCases: Case[] = [
  {
    name: 'acceptance: nothing differs, and each fact has its verdict',
    async run() {
      const report = await acceptance();
      assert.ok(report.rows.length > 60, `${report.rows.length}`);
      const wrong = report.rows.filter(({ verdict }) => verdict === 'differs');
      assert.deepEqual(wrong, []);
    },
  },
  {
    name: 'acceptance: nothing is claimed where a tool only stands in for the real one',
    async run() {
      const report = await acceptance();
      const stubs = [
        ['certutil.exe', ['-store', 'My']],
        ['icacls.exe', ['C:\\windows']],
        ['schtasks.exe', ['/query']],
      ] as const;
      let looked = 0;
      for (const [tool, args] of stubs) {
        if (!(await isStub(tool, args))) continue;
        const rows = report.rows.filter(({ by }) => by.includes(tool));
        assert.ok(rows.length > 0, tool);
        const claimed = rows.filter(({ verdict }) => verdict !== 'couldNotCompare');
        assert.equal(lines(claimed), '', tool);
        looked += rows.length;
      }
      if (!report.powershellAnswers) {
        const rows = report.rows.filter(({ by }) => /\.NET|WMI|Get-/.test(by));
        const claimed = rows.filter(({ verdict }) => verdict !== 'couldNotCompare');
        assert.equal(lines(claimed), '');
        looked += rows.length;
      }
      assert.ok(looked > 0, 'every tool here is the real one');
    },
  },
  {
    name: 'acceptance: registry, hashes and network agree with their second source',
    async run() {
      const report = await acceptance();
      const agreed = (rows: readonly Row[]) => rows.filter(({ verdict }) => verdict === 'agrees');
      const registry = inGroup(report, 'Registry').filter(({ by }) => by === 'reg.exe query');
      assert.equal(registry.length, 4);
      assert.equal(agreed(registry).length, 4, lines(registry));
      const known = inGroup(report, 'Files').filter(({ by }) => by.includes('FIPS'));
      assert.equal(agreed(known).length, 1, lines(known));
      const probes = inGroup(report, 'Network').filter(({ name }) => name.startsWith('Probe'));
      assert.equal(probes.length, 3);
      assert.equal(agreed(probes).length, 3, lines(probes));
    },
  },
  {
    name: 'acceptance: the write half is taken back, and what was there before is left alone',
    async run() {
      const report = await acceptance();
      const entry = () =>
        runSystemTool('reg.exe', ['query', RUN_ONCE, '/v', '!ProcessServerManager']);
      const made = inGroup(report, 'Changes').find(({ name }) => name.includes('RunOnce'));
      assert.equal(made?.verdict, 'agrees', lines(made ? [made] : []));
      assert.match(made.second, /--version resume acceptance; undone$/);
      assert.notDeepEqual((await entry()).end, { kind: 'exited', code: 0 });
      assert.equal(existsSync('C:\\ProgramData\\ProcessServerManager-acceptance'), false);
      assert.deepEqual(await server.files.list(workFolder('acceptance')), []);

      const others = ['add', RUN_ONCE, '/v', '!ProcessServerManager', '/d', 'other', '/f'];
      await runSystemTool('reg.exe', others);
      try {
        const parts = createBench({ host, folder: workFolder('x'), powershellAnswers: false });
        const signIn = changes.find(({ name }) => name.includes('RunOnce'));
        const row = await signIn?.compare({ ...parts, facts: notTold('not looked at') });
        assert.equal(row?.verdict, 'couldNotCompare');
        assert.match((await entry()).output, /other/);
      } finally {
        await runSystemTool('reg.exe', ['delete', RUN_ONCE, '/v', '!ProcessServerManager', '/f']);
      }
    },
  },
  {
    name: 'acceptance: the report is one page and JSON, without names of this computer',
    async run() {
      const report = await acceptance();
      const { html, json } = writeReport(report, workFolder('acceptance-report'));
      const page = readFileSync(html, 'utf8');
      assert.match(page, /^<!doctype html>/);
      assert.doesNotMatch(page, /<(script|link|img)\b|https?:\/\/(?!psm-acceptance)/);
      const schema = z.object({ rows: z.array(z.object({ name: z.string() })) });
      const { rows } = schema.parse(JSON.parse(readFileSync(json, 'utf8')));
      assert.equal(rows.length, report.rows.length);
      const name = (await runSystemTool('hostname.exe', [])).output.trim();
      for (const text of [page, readFileSync(json, 'utf8')]) {
        assert.ok(name === '' || !new RegExp(`\\b${name}\\b`, 'i').test(text), name);
      }
      console.log(`# report: ${win32.basename(json)} with ${rows.length} facts`);
    },
  },
];
