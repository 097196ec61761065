import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { findOwnPlaces } from '../../main/host/own-places';
import { stepHostProgram } from '../../main/host/step-host-program';
import { createWindowsServer } from '../../main/host/windows-server';
import { mayChange } from './consent';
import { countOf, writeReport } from './report';
import { runAcceptance } from './run';
import { DETECTION_GOAL, lineOf } from './words';

// node main.js REPORT-FOLDER [--full] [--also-change [--yes-change-this-server]]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean', default: false },
    'also-change': { type: 'boolean', default: false },
    'yes-change-this-server': { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const alsoChange = values['also-change'];
  const allowed =
    !alsoChange ||
    values['yes-change-this-server'] ||
    (await mayChange(process.stdin, process.stdout));
  if (!allowed) {
    console.log(
      'Nothing was run: the words were not typed in, nor --yes-change-this-server given.',
    );
    return 1;
  }
  const own = findOwnPlaces(import.meta.dirname);
  const host = createWindowsServer(own.scripts, stepHostProgram(own, { kind: 'real' }));
  const report = await runAcceptance(host, {
    alsoChange,
    full: values.full,
    scratch: tmpdir(),
    onRow: (row) => console.log(lineOf(row)),
  });
  const { html } = writeReport(report, positionals[0] ?? '.');
  const { detection } = report;
  const count = countOf(report);
  console.log(
    `Detection: ${detection.seconds} s, ${detection.processes} programs (${DETECTION_GOAL})`,
  );
  console.log(
    `Not compared: ${count.couldNotCompare}, without a second source: ${count.noSecondSource}`,
  );
  if (!detection.ok) console.log(`Detection failed: ${detection.words}`);
  console.log(`Report: ${html}`);
  const failed = count.differs + (detection.ok ? 0 : 1);
  console.log(`${count.agrees} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

if (process.platform !== 'win32') throw new Error('The acceptance is about Windows.');
process.exit(await main());
