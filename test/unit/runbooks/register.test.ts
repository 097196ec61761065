import { describe, expect, test } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { registerRunbook } from '../../../main/runbooks/register/register';
import { configToolReader } from '../../../main/vendor/config-tool';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';

const plain = factsWith();
const VERSION = '9.55.6765.1';

function server(changes: Partial<ServerFacts> = {}): ServerFacts {
  return factsWith({
    products: {
      ...plain.products,
      dependencies: VERSION,
      processServer: VERSION,
      masterTarget: VERSION,
      agent: '2.0',
    },
    configuration: {
      ...plain.configuration,
      csAddress: '10.20.30.40',
      csPort: '443',
      dataPort: '9443',
      installFolder: 'D:\\ASR',
      serverType: '2',
    },
    registration: { registered: true, thumbprint: 'AB', validUntil: '2028-01-01T00:00:00Z' },
    addresses: [{ address: '10.20.30.41', adapter: 'Ethernet0', dhcp: false }],
    services: ['cxprocessserver', 'obengine'].map((name) => ({
      name,
      state: 'running',
      startType: 'automatic',
      pid: 4,
    })),
    ...changes,
  });
}

const image = (csAddress: string | null = '0.0.0.0') => {
  const { products, configuration } = server();
  return server({
    products: { ...products, masterTarget: null, agent: null },
    configuration: { ...configuration, csAddress, isGalleryImage: true },
    registration: plain.registration,
  });
};

const change = { action: 'change', csAddress: '10.20.30.50', dataPort: '9444' };
const again = { action: 'again' };
const planOf = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  registerRunbook.plan(answers, facts, places);
const idsOf = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  planOf(answers, facts).steps.map(({ id }) => id);
const problemsOf = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  registerRunbook.checkAnswers(answers, facts).map(({ name }) => name);

describe('the steps', () => {
  test('of a change: backup, test, put back, window, registration, agent, proofs', () => {
    expect(idsOf(change, server())).toEqual([
      'backup-folder',
      'backup',
      'vendor-folder',
      'private-folder',
      'place',
      'test',
      'put-back',
      'configure',
      'asked',
      'register',
      'agent-stop',
      'agent-start',
      'data-port',
      'prove',
    ]);
  });

  test('of a repeated registration open no window and ask for no passphrase', () => {
    const ids = idsOf(again, server());
    expect(ids).not.toContain('configure');
    expect(ids).toContain('asked');
    expect(registerRunbook.secrets(again)).toEqual([]);
    expect(registerRunbook.secrets(change).map(({ name }) => name)).toEqual(['passphrase']);
  });

  test('say why the passphrase is asked for, each in its own way', () => {
    const said = (answers: Readonly<Record<string, string>>, id: string) =>
      planOf(answers, server()).steps.find((one) => one.id === id)?.reason;
    expect(said(again, 'asked')).not.toMatch(/window/);
    expect(said(change, 'asked')).toMatch(/window/);
    expect(said(change, 'test')).not.toMatch(/set-up/i);
  });

  test('of an image end with the window: nothing to fetch, no agent', () => {
    const ids = idsOf({ csAddress: '10.20.30.50', dataPort: '9443' }, image());
    expect(ids).toContain('configure');
    expect(ids.filter((id) => /^(?:register|agent-)/.test(id))).toEqual([]);
  });
});

describe('the window', () => {
  const step = planOf(change, server()).steps.find(({ id }) => id === 'configure');

  test('shows every value but the passphrase, and is done when that was kept', () => {
    expect(step?.action).toMatchObject({
      kind: 'run',
      file: 'D:\\ASR\\home\\svsystems\\bin\\cspsconfigtool.exe',
      args: [],
      survives: true,
      window: {
        values: [
          { label: 'Configuration server FQDN or IP', value: '10.20.30.50' },
          { label: 'Port', value: '443' },
          { label: 'Connection Passphrase', value: null },
          { label: 'Data Transfer Port', value: '9444' },
        ],
        writes: ['C:\\ProgramData\\Microsoft Azure Site Recovery\\private\\connection.passphrase'],
      },
    });
  });

  test('is never closed from here: it can not be cancelled at once', () => {
    expect(step?.cancel).toBe('boundary');
  });

  test('is proven in every file that is read, in the registry, and by the services', () => {
    const found = step?.checks.map((check) =>
      check.kind === 'settingIs' ? `${check.setting}=${check.expected}` : check.kind,
    );
    expect(found).toEqual([
      'PS_CS_IP=10.20.30.50',
      'PS_CS_PORT=443',
      'DB_HOST=10.20.30.50',
      'Hostname=10.20.30.50',
      'ssl_port=9444',
      'registryValue',
      'serviceIs',
      'serviceIs',
    ]);
  });

  test('everything it writes is kept before', () => {
    const backup = planOf(change, server()).steps.find(({ id }) => id === 'backup');
    const kept = backup?.action.kind === 'backUp' ? backup.action.files : [];
    const isKept = (file: string) => kept.some((one) => `${file}\\`.startsWith(`${one}\\`));
    expect(step?.touches.files.filter((file) => !isKept(file))).toEqual([]);
    expect(step?.touches.files.length).toBeGreaterThan(5);
  });

  test('a repeated registration keeps what cdpcli.exe replaces; an image has none of it', () => {
    const kept = (answers: Readonly<Record<string, string>>, facts: ServerFacts) => {
      const action = planOf(answers, facts).steps.find(({ id }) => id === 'backup')?.action;
      return action?.kind === 'backUp' ? action : null;
    };
    expect(kept(again, server())?.files.map((file) => file.split('\\').at(-1))).toEqual([
      'MTCert.pfx',
      'MTregistryKey.hiv',
    ]);
    const first = { csAddress: '10.20.30.50', dataPort: '9443' };
    expect(kept(first, image())?.registry).toHaveLength(1);
  });
});

describe('answers', () => {
  test.each([
    ['cs01.contoso.test', 'csAddress'],
    ['010.20.30.40', 'csAddress'],
    ['::1', 'csAddress'],
  ])('%s is no address of a configuration server', (csAddress, name) => {
    expect(problemsOf({ ...change, csAddress }, server())).toEqual([name]);
  });

  test.each(['443', '0443', '', '9443x', '70000', '1'])('%j is no data port', (dataPort) => {
    expect(problemsOf({ ...change, dataPort }, server())).toEqual(['dataPort']);
  });

  test('of a repeated registration need a configuration server that is known', () => {
    const { configuration } = server();
    const lost = server({ configuration: { ...configuration, csAddress: null } });
    expect(problemsOf(again, lost)).toEqual(['action']);
    expect(problemsOf(again, server())).toEqual([]);
    expect(problemsOf({ action: 'again' }, image())).toContain('action');
    const named = server({ configuration: { ...configuration, csAddress: 'cs01.contoso.test' } });
    expect(registerRunbook.checkAnswers(again, named)[0]?.message).toMatch(/cs01.contoso.test/);
    expect(registerRunbook.checkAnswers(again, lost)[0]?.message).toMatch(
      /no configuration server/,
    );
  });

  test('an image is asked for its connection only', () => {
    const { questions } = registerRunbook.describe(image(), {});
    expect(questions.map(({ name }) => name)).toEqual(['csAddress', 'passphrase', 'dataPort']);
    expect(questions.every(({ onlyWhen }) => onlyWhen === null)).toBe(true);
  });
});

describe('conditions', () => {
  const verdicts = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
    Object.fromEntries(
      registerRunbook
        .preconditions(answers, facts)
        .filter(({ verdict }) => verdict !== 'passed')
        .map(({ id, verdict }) => [id, verdict]),
    );

  test('a configuration server on this server blocks', () => {
    const { configuration } = server();
    const both = server({ configuration: { ...configuration, serverType: '3' } });
    expect(verdicts(again, both)).toEqual({ alone: 'blocks' });
  });

  test('missing parts and disabled services block, another server warns', () => {
    const half = server({ products: { ...server().products, agent: null } });
    expect(verdicts(again, half)).toEqual({ parts: 'blocks' });
    const disabled = {
      name: 'tmansvc',
      state: 'stopped',
      startType: 'disabled',
      pid: null,
    } as const;
    expect(verdicts(again, server({ services: [disabled] }))).toEqual({ enabled: 'blocks' });
    expect(verdicts(change, server())).toEqual({ otherServer: 'warns' });
  });

  test('an image that leaves a configuration server is told so as well, a new one is not', () => {
    const first = { csAddress: '10.20.30.50', dataPort: '9443' };
    expect(verdicts(first, image())).toEqual({});
    expect(verdicts(first, image('10.20.30.40'))).toEqual({ otherServer: 'warns' });
    expect(planOf(first, image('10.20.30.40')).afterwards?.at(-1)?.text).toContain('10.20.30.40');
  });

  test('a port of somebody else blocks, its own does not', () => {
    const busy = server({ portsInUse: [9443, 9444] });
    expect(verdicts({ ...change, csAddress: '10.20.30.40' }, busy)).toEqual({ dataPort: 'blocks' });
    const same = { ...change, csAddress: '10.20.30.40', dataPort: '9443' };
    expect(verdicts(same, busy)).toEqual({});
  });
});

describe('cspsconfigtool', () => {
  const end = (code: number) => configToolReader.judge({ code, output: '', error: '', log: '' });

  test('that ends with 1 did not save; 0 says nothing yet', () => {
    expect(end(1).problem?.code).toBe('1');
    expect(end(0).problem).toBeNull();
  });
});

test('the plan says what no look at this server proves, and what was found', () => {
  const { afterwards, notes } = planOf(change, server());
  expect(afterwards?.[0]).toMatchObject({ minutes: 15, text: expect.stringContaining('{time}') });
  expect(afterwards?.at(-1)?.text).toContain('10.20.30.40');
  expect(notes.at(-1)).toContain('data port 9443');
});
