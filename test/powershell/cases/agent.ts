import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  answered,
  caseOf,
  exactly,
  failed,
  type Given,
  type Place,
  type ScriptCase,
} from '../case';
import { expectEqual } from '../expect';
import { mocks } from '../mocks';

const settings = {
  server: 'http://proxy.contoso.test',
  port: '8080',
  user: 'CONTOSO\\svc',
  bypass: '*.contoso.test;10.*',
};
const asked = { server: settings.server, port: '8080', user: 'CONTOSO\\svc' };
const hidden = ['Practice-Proxy-01', 'Practice-Passphrase-01'];

const passwords: Readonly<Record<string, string>> = {
  'with both quotes': `it's "so"`,
  'that looks like a variable': '$env:Path$(1+1)$\u007bx}@{a=1}',
  'with backticks and backslashes': '`n`$`` \\n \\\\ \\u0041',
  'with signs of a shell': ';& | < > ^ %PATH% !x! # {0} [1] *?',
  'that is not ASCII': 'P\u00e4ssw\u00f6rt \u03a9 \u65e5\u672c \ud83d\ude00',
  'with blanks at both ends and between': '  a  \u00e4 \u00f6  ',
  'of blanks only': '   ',
  'of one sign': "'",
  'of 400 signs': 'x"y'.repeat(133).concat('$'),
};

const record = (place: Place) => join(place.folder, 'record.json');

/** A server with the agent, whose cmdlets fail in the named way. */
function agent(place: Place, environment: Readonly<Record<string, string>> = {}) {
  const folder = join(place.folder, 'Azure Backup Agent');
  const module = join(folder, 'bin', 'Modules', 'MSOnlineBackup');
  mkdirSync(module, { recursive: true });
  cpSync(join(mocks, 'MSOnlineBackup'), module, { recursive: true });
  return {
    prelude: 'agent',
    environment: { PSM_MOCK_AGENT: folder, PSM_MOCK_RECORD: record(place), ...environment },
  };
}

function agentWithoutModule(place: Place) {
  const folder = join(place.folder, 'Azure Backup Agent');
  mkdirSync(folder, { recursive: true });
  return { prelude: 'agent', environment: { PSM_MOCK_AGENT: folder } };
}

function isUntouched(place: Place): void {
  expectEqual(existsSync(record(place)), false, 'settings were kept');
}

type Failure = [string, z.ZodType, (place: Place) => Omit<Given, 'lines'>];

const typed = (type: string) => failed(z.string().min(1), exactly(type));
const noSuchCmdlet = typed('System.Management.Automation.CommandNotFoundException');

/** How both scripts fail; `soft` is their answer to an error that does not end the cmdlet. */
const failures = (soft: z.ZodType): readonly Failure[] => [
  [
    'tells an error that ends the cmdlet',
    failed(exactly('The agent said no.'), exactly('System.InvalidOperationException')),
    (place) => agent(place, { PSM_MOCK_FAILS: 'throw' }),
  ],
  [
    'does not take an error that does not end the cmdlet for success',
    soft,
    (place) => agent(place, { PSM_MOCK_FAILS: 'error' }),
  ],
  [
    'fails when the module has no such cmdlet',
    noSuchCmdlet,
    (place) => agent(place, { PSM_MOCK_FAILS: 'absent' }),
  ],
  [
    'fails when the module is not there',
    typed('System.IO.FileNotFoundException'),
    agentWithoutModule,
  ],
  [
    'fails when the agent is not there',
    typed('System.Management.Automation.ItemNotFoundException'),
    () => ({ prelude: 'agent' }),
  ],
];

const readsSettings = (name: string, known: string, expected: z.ZodType) =>
  caseOf('get-agent-proxy', name, {
    needs: 'any',
    given: (place) => ({ ...agent(place, { PSM_MOCK_SETTINGS: known }), line: {} }),
    expected,
    secrets: hidden,
  });

const keepsPassword = ([name, password]: [string, string]) =>
  caseOf('set-agent-proxy', `hands over a password ${name} exactly`, {
    needs: 'any',
    given: (place) => ({ ...agent(place), line: { ...asked, password } }),
    expected: answered(exactly({ done: true })),
    // One quote is in every answer.
    secrets: password.trim().length > 1 ? [password] : [],
    afterwards: (place) =>
      expectEqual(
        JSON.parse(readFileSync(record(place), 'utf8')),
        {
          ...asked,
          port: 8080,
          hasPassword: true,
          passwordLength: password.length,
          passwordSha256: createHash('sha256').update(password).digest('hex'),
        },
        'what the cmdlet was given',
      ),
  });

export const agentCases: readonly ScriptCase[] = [
  readsSettings('reads the proxy without its password', 'nested', answered(exactly(settings))),
  readsSettings('reads settings that are not nested', 'flat', answered(exactly(settings))),
  readsSettings('reads an address that ends in a slash', 'slash', answered(exactly(settings))),
  readsSettings(
    'tells that there is no proxy by empty texts',
    'none',
    answered(exactly({ server: '', port: '', user: '', bypass: '' })),
  ),
  readsSettings(
    'fails when it knows none of the fields',
    'strange',
    failed(exactly('The settings of the agent have no proxy field known here.')),
  ),
  ...failures(failed(exactly('The agent could not read its settings.'))).map(
    ([name, expected, there]) =>
      caseOf('get-agent-proxy', name, {
        needs: 'any',
        given: (place) => ({ ...there(place), line: {} }),
        expected,
        secrets: hidden,
      }),
  ),
  ...Object.entries(passwords).map(keepsPassword),
  caseOf('set-agent-proxy', 'hands over no password when there is no user', {
    needs: 'any',
    given: (place) => ({ ...agent(place), line: { ...asked, user: '', password: 'unused-1' } }),
    expected: answered(exactly({ done: true })),
    secrets: ['unused-1'],
    afterwards: (place) =>
      expectEqual(
        JSON.parse(readFileSync(record(place), 'utf8')),
        {
          ...asked,
          port: 8080,
          user: '',
          hasPassword: false,
          passwordLength: 0,
          passwordSha256: '',
        },
        'what the cmdlet was given',
      ),
  }),
  caseOf('set-agent-proxy', 'takes the proxy away when no server is given', {
    needs: 'any',
    given: (place) => ({
      ...agent(place),
      line: { server: '', port: '', user: '', password: '' },
    }),
    expected: answered(exactly({ done: true })),
    afterwards: (place) =>
      expectEqual(
        JSON.parse(readFileSync(record(place), 'utf8')),
        { noProxy: true, others: false },
        'what the cmdlet was given',
      ),
  }),
  caseOf('set-agent-proxy', 'hands over the addresses without the proxy', {
    needs: 'any',
    given: (place) => ({ ...agent(place), line: { ...settings, user: '', password: '' } }),
    expected: answered(exactly({ done: true })),
    afterwards: (place) =>
      expectEqual(
        JSON.parse(readFileSync(record(place), 'utf8')).bypass,
        settings.bypass,
        'the addresses the cmdlet was given',
      ),
  }),
  ...failures(failed(exactly('The agent could not keep its settings.'))).map(
    ([name, expected, there]) =>
      caseOf('set-agent-proxy', name, {
        needs: 'any',
        given: (place) => ({ ...there(place), line: { ...asked, password: 'Practice-Proxy-01' } }),
        expected,
        secrets: hidden,
        afterwards: isUntouched,
      }),
  ),
  caseOf('set-agent-proxy', 'keeps nothing when a user comes without a password', {
    needs: 'any',
    given: (place) => ({ ...agent(place), line: asked }),
    expected: typed('System.Management.Automation.PropertyNotFoundException'),
    afterwards: isUntouched,
  }),
  caseOf('set-agent-proxy', 'refuses a port that is no number', {
    needs: 'any',
    given: (place) => ({
      ...agent(place),
      line: { ...asked, port: 'eighty', password: 'secret-1' },
    }),
    expected: typed('System.FormatException'),
    secrets: ['secret-1'],
    afterwards: isUntouched,
  }),
];
