import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answered,
  caseOf,
  eitherAnswer,
  exactly,
  failed,
  type Line,
  type ScriptCase,
} from '../case';

/** The scripts that take something, and a line that lacks most of it. */
const takers: Readonly<Record<string, { prelude?: string; half: Record<string, string> }>> = {
  'change-defender': { half: { add: 'D:\\ASR' } },
  'download-file': { half: { address: 'https://127.0.0.1/', password: 'Practice-Proxy-01' } },
  'new-protected-folder': { half: { folder: 'x' } },
  'read-certificates': { half: { print: 'x' } },
  'read-folder-protection': { half: { folder: 'x' } },
  'set-agent-proxy': {
    prelude: 'agent',
    half: { server: 'http://p', port: '1', user: 'u', secret: 'Practice-Proxy-01' },
  },
  'test-proxy': { half: { address: 'https://127.0.0.1/', password: 'Practice-Proxy-01' } },
  'verify-signature': { half: { file: 'x' } },
};
const askers = [
  'get-agent-proxy',
  'read-activity',
  'read-clock',
  'read-defender',
  'read-load',
  'read-other-software',
  'read-prerequisites',
  'read-server',
];

const given = (prelude: string | undefined, line: Line) => () => ({
  line,
  ...(prelude === undefined ? {} : { prelude }),
});

const fails = (script: string, name: string, line: Line) =>
  caseOf(script, `fails in one answer when ${name}`, {
    needs: 'any',
    given: given(takers[script]?.prelude, line),
    expected: failed(),
    secrets: ['Practice-Proxy-01'],
  });

const load = {
  Win32_PerfFormattedData_PerfOS_Processor: [{ Name: '_Total', PercentProcessorTime: 1 }],
  Win32_PerfFormattedData_PerfOS_Memory: [{ PercentCommittedBytesInUse: 2 }],
  Win32_PerfFormattedData_Tcpip_NetworkInterface: [{ BytesSentPersec: 3 }],
};

export const protocolCases: readonly ScriptCase[] = [
  ...Object.entries(takers).flatMap(([script, { half }]) => [
    fails(script, 'there is no line', { raw: '' }),
    fails(script, 'the line is empty', { raw: '\n' }),
    fails(script, 'the line is broken', { raw: '{"password":"Practice-Proxy-01","path":\n' }),
    fails(script, 'fields are missing', half),
    fails(script, 'there are no fields', {}),
  ]),
  ...askers.map((script) =>
    caseOf(script, 'gives one answer, whatever this computer is', {
      needs: 'any',
      given: () => ({ line: {} }),
      expected: eitherAnswer,
    }),
  ),
  ...askers.map((script) =>
    caseOf(script, 'gives one answer without a line', {
      needs: 'any',
      given: () => ({ line: { raw: '' } }),
      expected: eitherAnswer,
    }),
  ),
  {
    name: 'together: each script has its own line and its own answer',
    scripts: ['read-load', 'read-folder-protection', 'read-load'],
    needs: 'any',
    given({ folder }) {
      const told = join(folder, 'windows.json');
      writeFileSync(told, JSON.stringify({ cim: load, keys: {}, paths: [], processes: [] }));
      const lines: Line[] = [{}, { path: join(folder, 'absent') }, {}];
      return {
        lines,
        prelude: 'windows',
        environment: { PSM_MOCK_WINDOWS: told },
      };
    },
    expected: [
      answered(exactly({ processorPercent: 1, memoryPercent: 2, sentBytesPerSecond: 3 })),
      answered(exactly({ exists: false, owner: '', protected: false, access: [] })),
      answered(exactly({ processorPercent: 1, memoryPercent: 2, sentBytesPerSecond: 3 })),
    ],
  },
  {
    name: 'together: one that fails leaves the others their answers',
    scripts: ['read-folder-protection', 'read-folder-protection'],
    needs: 'any',
    given({ folder }) {
      const lines: Line[] = [{}, { path: join(folder, 'absent') }];
      return { lines };
    },
    expected: [
      failed(),
      answered(exactly({ exists: false, owner: '', protected: false, access: [] })),
    ],
  },
];
