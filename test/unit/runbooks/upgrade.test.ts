import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ServerFacts } from '../../../contract/facts';
import { remainsOfSetUp } from '../../../main/runbooks/set-up/remains';
import { prepareUpgradeRunbook } from '../../../main/runbooks/upgrade/prepare-upgrade';
import { upgradeRunbook } from '../../../main/runbooks/upgrade/upgrade';
import { servicesOf } from '../../../main/vendor/service-orders';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';
import { observedRecords } from '../practice/observed';
import { operationWith } from '../renderer/samples';

const FILE = 'C:\\Users\\Administrator\\Downloads\\setup.exe';
const OLD = '9.52.6522.1';
const plain = factsWith();

/** A whole process server 9.52 with a prepared set-up file 9.55. */
function server(
  changes: Partial<ServerFacts> = {},
  deployment: 'standAlone' | 'azure' = 'standAlone',
) {
  const isImage = deployment === 'azure';
  return factsWith({
    products: {
      dependencies: OLD,
      processServer: OLD,
      masterTarget: isImage ? null : OLD,
      agent: isImage ? null : '2.0.9269.0',
      vmwareTools: null,
    },
    configuration: {
      ...plain.configuration,
      csAddress: '10.20.30.40',
      dataPort: '9443',
      installFolder: 'D:\\ASR',
      serverType: '2',
      isGalleryImage: isImage,
    },
    registration: { registered: !isImage, thumbprint: null, validUntil: null },
    addresses: [{ address: '10.20.30.41', adapter: 'Ethernet0', dhcp: false }],
    drives: ['C:', 'D:'].map((letter) => ({
      letter,
      kind: 'fixed',
      fileSystem: 'NTFS',
      sizeBytes: 1e12,
      freeBytes: 9e11,
    })),
    services: servicesOf(deployment).map(({ name }) => ({
      name,
      state: 'running',
      startType: 'automatic',
      pid: 4,
      mustRun: true,
    })),
    setupFiles: [{ path: FILE, sizeBytes: 7, modified: '2026-11-20T10:00:00.000Z' }],
    prepared: {
      folder: 'C:\\P',
      source: FILE,
      sha256: 'a',
      signer: 's',
      version: '9.55.6765.1',
      complete: true,
      unchanged: true,
      terms: null,
    },
    ...changes,
  });
}

const given = (more: Readonly<Record<string, string>> = {}) => ({
  setupFile: FILE,
  csVersion: '9.55',
  endpoints: 'reachable',
  ...more,
});
const planOf = (facts: ServerFacts, more?: Readonly<Record<string, string>>) =>
  upgradeRunbook.plan(given(more), facts, places);
const runOf = (facts: ServerFacts, more?: Readonly<Record<string, string>>) => {
  const step = planOf(facts, more).steps.find(({ id }) => id === 'install');
  if (step?.action.kind !== 'run') throw new Error('No run.');
  return { ...step, action: step.action };
};
const found = (id: string, facts: ServerFacts, more?: Readonly<Record<string, string>>) =>
  upgradeRunbook.preconditions(given(more), facts).find((one) => one.id === id);

describe('the answers', () => {
  test('are three, and the version of the configuration server is wanted', () => {
    const facts = server();
    expect(upgradeRunbook.describe(facts, {}).questions.map(({ name }) => name)).toEqual([
      'setupFile',
      'csVersion',
      'endpoints',
    ]);
    expect(upgradeRunbook.checkAnswers(given(), facts)).toEqual([]);
    const wrong = { csVersion: '', endpoints: 'maybe', setupFile: 'C:\\none.exe' };
    expect(upgradeRunbook.checkAnswers(given(wrong), facts).map(({ name }) => name)).toEqual([
      'setupFile',
      'csVersion',
      'endpoints',
    ]);
    expect(upgradeRunbook.secrets(given())).toEqual([]);
  });

  test('a proxy of Windows is suggested as the way to Azure, and missed when left out', () => {
    const facts = server({
      prerequisites: { ...plain.prerequisites, systemProxy: 'http://proxy:8080' },
    });
    const [, , endpoints] = upgradeRunbook.describe(facts, {}).questions;
    expect(endpoints?.suggestion).toBe('proxy');
    expect(found('endpoints', facts)?.verdict).toBe('warns');
  });
});

describe('the plan', () => {
  test('of a gallery image names only what is there', () => {
    const facts = server({}, 'azure');
    const { services, registry } = runOf(facts).touches;
    expect(services).toContain('cxprocessserver');
    expect(services).not.toContain('obengine');
    expect(registry.some((key) => key.endsWith('\\5'))).toBe(false);
    expect(planOf(facts).notes.join(' ')).not.toContain('restarts the master target');
    expect(runOf(server()).touches.services).toContain('obengine');
  });

  test('says that set-up ends cspsconfigtool only where it makes its checks', () => {
    const notes = (more?: Readonly<Record<string, string>>) =>
      planOf(server(), more).notes.join(' ');
    expect(notes()).toContain('Set-up itself ends cspsconfigtool and frsvc');
    expect(notes({ endpoints: 'proxy' })).not.toContain('Set-up itself ends cspsconfigtool');
  });

  test('keeps the settings, stops the process server in order, upgrades and proves', () => {
    expect(planOf(server()).steps.map(({ id }) => id)).toEqual([
      'backup-folder',
      'backup',
      'package',
      'stop-processServerMonitor',
      'stop-tmansvc',
      'stop-processServer',
      'stop-cxprocessserver',
      'stop-pushInstall',
      'stop-logUpload',
      'install',
      'start-cxprocessserver',
      'start-tmansvc',
      'start-processServer',
      'start-pushInstall',
      'start-logUpload',
      'start-processServerMonitor',
      'services',
      'data-port',
      'registration',
    ]);
  });

  test('runs set-up with /Upgrade alone, and skips its checks only with the reason', () => {
    expect(runOf(server()).action.args).toEqual(['/Upgrade']);
    for (const endpoints of ['proxy', 'blocked']) {
      const step = runOf(server(), { endpoints });
      expect(step.action.args).toEqual(['/Upgrade', '/SkipPrereqsCheck']);
      expect(step.reason).toMatch(/SkipPrereqsCheck, because (Azure|the endpoints)/);
      expect(planOf(server(), { endpoints }).steps.map(({ id }) => id)).toContain('no-tool');
    }
  });

  test('touches C:\\Temp in no path of its own', () => {
    const paths = JSON.stringify(planOf(server()).steps.map(({ action }) => action));
    expect(paths).not.toMatch(/C:\\\\\\\\Temp/i);
  });

  test('proves every part’s version, on an image only the two that are there', () => {
    const versions = (facts: ServerFacts) =>
      runOf(facts).checks.flatMap((check) =>
        check.kind === 'productInstalled' ? [check.version] : [],
      );
    expect(versions(server())).toEqual(['9.55', '9.55', '9.55', null]);
    expect(versions(server({}, 'azure'))).toEqual(['9.55', '9.55']);
    expect(planOf(server({}, 'azure')).steps.map(({ id }) => id)).not.toContain('registration');
  });

  test('keeps a copy of every file and key that set-up goes over', () => {
    const backup = planOf(server()).steps.find(({ id }) => id === 'backup')?.action;
    if (backup?.kind !== 'backUp') throw new Error('No backup.');
    const files = backup.files.join('\n');
    for (const name of [
      'etc',
      'cxps.conf',
      'pushinstaller.conf',
      'drscout.conf',
      'private',
      'certs',
    ]) {
      expect(files).toMatch(new RegExp(`\\\\${name}$`, 'm'));
    }
    const keys = backup.registry.map(({ key }) => key).join('\n');
    for (const name of ['InMage Systems', 'SV Systems', 'InMageMT', 'MY'])
      expect(keys).toContain(name);
  });

  test('leaves the one that was stopped by hand to set-up', () => {
    const facts = server();
    const services = facts.services.map((one) =>
      one.name === 'LogUpload' ? { ...one, state: 'stopped', startType: 'manual' } : one,
    );
    const ids = planOf({ ...facts, services } as ServerFacts).steps.map(({ id }) => id);
    expect(ids).not.toContain('stop-logUpload');
    expect(ids).not.toContain('start-logUpload');
  });
});

describe('every state that was seen in runs of set-up', () => {
  const NEW = '9.55.6765.1';
  const all = (version: string) => ({
    ...plain.products,
    dependencies: version,
    processServer: version,
    masterTarget: version,
    agent: '2.0.9269.0',
  });
  const two = (version: string) => ({ ...all(version), masterTarget: null, agent: null });
  const states: Readonly<Record<string, () => ServerFacts>> = {
    none: () => ({ ...server(), products: plain.products }),
    older: () => server(),
    same: () => server({ products: all(NEW) }),
    higher: () => server({ products: all('9.60.6956.1') }),
    tooold: () => server({ products: all('9.40.5850.1') }),
    'nomt-same': () =>
      server({ products: two(NEW), registration: { ...plain.registration, registered: false } }),
    'nomt-older': () =>
      server({ products: two(OLD), registration: { ...plain.registration, registered: false } }),
    'gallery-older': () => server({}, 'azure'),
  };
  const plainUpgrades = observedRecords('unifiedsetup-args').flatMap(
    ({ raw, env, expect: seen }) => {
      const [, ...tokens] = String(raw).trim().split(/\s+/);
      const isPlain = tokens.every((one) => /^[/-](upgrade|skipprereqscheck)$/i.test(one));
      const state = z.looseObject({ state: z.string() }).parse(env).state;
      const isOnly = isPlain && /[/-]upgrade/i.test(String(raw)) && tokens.length > 0;
      return isOnly ? [{ state, accepted: seen.accepted === true }] : [];
    },
  );
  const codes: Readonly<Record<string, string>> = {
    none: 'installed',
    same: 'path',
    higher: 'path',
    tooold: 'path',
    'nomt-same': 'installed',
    'nomt-older': 'installed',
  };

  test.each(Object.keys(states))('%s is told by the conditions before anything runs', (state) => {
    const facts = states[state]?.() ?? server();
    const blocking = upgradeRunbook
      .preconditions(given({ csVersion: '9.60' }), facts)
      .filter(({ id, verdict }) => verdict === 'blocks' && (id === 'installed' || id === 'path'));
    const first = blocking[0]?.id;
    expect(first).toBe(codes[state]);
    for (const one of plainUpgrades.filter((run) => run.state === state)) {
      expect([state, one.accepted]).toEqual([state, first === undefined]);
    }
  });

  test('some of them were run with /Upgrade alone', () => {
    expect(new Set(plainUpgrades.map(({ state }) => state)).size).toBeGreaterThan(3);
  });
});

test('a master target that stayed behind is not judged too old: set-up takes it along', () => {
  const facts = server();
  const behind = { ...facts, products: { ...facts.products, masterTarget: '9.48.1.1' } };
  expect(found('path', behind)?.verdict).toBe('passed');
  const old = { ...facts, products: { ...facts.products, processServer: '9.48.1.1' } };
  expect(found('path', old)?.verdict).toBe('blocks');
});

describe('it is left', () => {
  test('on a configuration server, a half one, an empty one', () => {
    const facts = server();
    const configuration = { ...facts.configuration, serverType: '3' };
    expect(found('installed', { ...facts, configuration })?.mend).toContain('own procedure');
    const products = { ...facts.products, masterTarget: null };
    expect(found('installed', { ...facts, products })?.mend).toContain(OLD);
    const registration = { ...facts.registration, registered: false };
    expect(found('installed', { ...facts, registration })?.found).toContain('not registered');
    expect(found('installed', { ...facts, products: plain.products })?.mend).toContain('Set up');
  });

  test('before anything is prepared, when a kept file tells its version', () => {
    const facts = server({
      prepared: null,
      packages: [
        {
          id: 'x',
          folder: 'C:\\P',
          path: FILE,
          from: null,
          keptAt: null,
          sizeBytes: 7,
          wholeBytes: null,
          state: 'verified',
          sha256: 'a',
          version: '9.60.1.1',
          signer: 's',
          revocation: null,
          isUnpacked: false,
        },
      ],
    });
    const early = prepareUpgradeRunbook.preconditions(given(), facts);
    expect(early.filter(({ verdict }) => verdict === 'blocks').map(({ id }) => id)).toEqual([
      'path',
      'version',
    ]);
  });
});

test('what is left of one that failed leads on, and to no removal', () => {
  const failed = operationWith([{ status: 'done' }, { status: 'failed' }], { status: 'failed' });
  const body = { ...failed.plan.body, runbook: 'upgrade' };
  const remains = remainsOfSetUp(server(), { ...failed, plan: { ...failed.plan, body } });
  expect(remains.waysOn.map(({ kind }) => kind)).toEqual(['retry', 'leave']);
  expect(remains.waysOn[0]?.meaning).toContain('still old');
});

test('what is left of one that failed on a gallery image misses nothing that an image never had', () => {
  const failed = operationWith([{ status: 'done' }, { status: 'failed' }], { status: 'failed' });
  const body = { ...failed.plan.body, runbook: 'upgrade' };
  const state = { ...failed, plan: { ...failed.plan, body } };
  expect(remainsOfSetUp(server({}, 'azure'), state).missing).toEqual([]);
});

test('where an upgrade lost a part, a retry is told to be refused, with the way out', () => {
  const failed = operationWith([{ status: 'done' }, { status: 'failed' }], { status: 'failed' });
  const body = { ...failed.plan.body, runbook: 'upgrade' };
  const facts = server();
  const products = { ...facts.products, masterTarget: null };
  const state = { ...failed, plan: { ...failed.plan, body } };
  const { waysOn } = remainsOfSetUp({ ...facts, products }, state);
  expect(waysOn[0]?.meaning).toMatch(/refuse it with 2.*Master target.*Half-installed server/);
});
