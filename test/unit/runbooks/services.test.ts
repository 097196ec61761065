import { describe, expect, test } from 'vitest';
import type { ServerFacts, ServiceFact } from '../../../contract/facts';
import { servicesRunbook } from '../../../main/runbooks/services/services';
import { servicesOf } from '../../../main/vendor/service-orders';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';

const service = (name: string, changes: Partial<ServiceFact> = {}): ServiceFact => ({
  name,
  state: 'running',
  startType: 'automatic',
  pid: 4,
  ...changes,
});

const plain = factsWith();

/** A process server on which these services differ from how they should be. */
function server(
  changes: Readonly<Record<string, Partial<ServiceFact>>> = {},
  serverType: '2' | '3' | null = '2',
): ServerFacts {
  const deployment = serverType === '3' ? 'configurationServer' : 'standAlone';
  const version = '9.55.6765.1';
  const parts = { dependencies: version, processServer: version };
  return factsWith({
    products: { ...plain.products, ...parts, masterTarget: version, agent: '2.0.9269.0' },
    configuration: { ...plain.configuration, serverType, dataPort: '9443' },
    addresses: [{ address: '10.20.30.41', adapter: 'Ethernet0', dhcp: false }],
    services: servicesOf(deployment).map(({ name }) => service(name, changes[name])),
  });
}

const given = (action: string, more: Readonly<Record<string, string>> = {}) => ({
  action,
  deployment: 'standAlone',
  which: 'all',
  ...more,
});

const idsOf = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  servicesRunbook.plan(answers, facts, places).steps.map(({ id }) => id);

const problemsOf = (answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  servicesRunbook.checkAnswers(answers, facts).map(({ name }) => name);

const found = (id: string, answers: Readonly<Record<string, string>>, facts: ServerFacts) =>
  servicesRunbook.preconditions(answers, facts).find((one) => one.id === id);

describe('the order', () => {
  test('of a stop: senders first, then the monitor and the process server', () => {
    expect(idsOf(given('stop'), server())).toEqual([
      'stop-svagents',
      'stop-applicationService',
      'stop-obengine',
      'stop-processServerMonitor',
      'stop-tmansvc',
      'stop-processServer',
      'stop-cxprocessserver',
      'stop-pushInstall',
      'stop-logUpload',
      'prove',
    ]);
  });

  test('of a start: the monitor last, then the proofs', () => {
    expect(idsOf(given('start'), server())).toEqual([
      'start-cxprocessserver',
      'start-tmansvc',
      'start-processServer',
      'start-pushInstall',
      'start-logUpload',
      'start-obengine',
      'start-svagents',
      'start-applicationService',
      'start-processServerMonitor',
      'prove',
      'data-port',
    ]);
  });

  test('with the configuration server the database stops last and starts first', () => {
    const facts = server({}, '3');
    const stopping = idsOf(given('stop', { deployment: 'configurationServer' }), facts);
    expect(stopping.slice(-3)).toEqual(['stop-dra', 'stop-mySql', 'prove']);
    const starting = idsOf(given('start', { deployment: 'configurationServer' }), facts);
    expect(starting.slice(0, 3)).toEqual(['start-mySql', 'start-w3svc', 'start-cxprocessserver']);
  });
});

describe('what a plan does', () => {
  test('a restart stops only what runs, and undo starts only that', () => {
    const facts = server({ svagents: { state: 'stopped', pid: null } });
    const { steps } = servicesRunbook.plan(given('restart'), facts, places);
    const undoOf = (id: string) => steps.find((step) => step.id === id)?.undo;
    expect(undoOf('stop-svagents')).toBeUndefined();
    expect(undoOf('start-svagents')).toMatchObject({ kind: 'action', action: { order: 'stop' } });
    expect(undoOf('stop-tmansvc')).toMatchObject({ kind: 'action', action: { order: 'start' } });
    expect(undoOf('start-tmansvc')).toMatchObject({ kind: 'none' });
  });

  test('LogUpload on Manual is right; stopped, it is not started with all', () => {
    const facts = server({ LogUpload: { state: 'stopped', startType: 'manual', pid: null } });
    expect(idsOf(given('start'), facts)).not.toContain('start-logUpload');
    expect(idsOf(given('startTypes'), facts)).toEqual(['prove']);
    const chosen = given('start', { which: 'chosen', logUpload: 'yes' });
    expect(idsOf(chosen, facts)).toEqual(['start-logUpload', 'prove']);
  });

  test('wrong start types become what set-up makes of them, and were kept for undo', () => {
    const facts = server({ svagents: { startType: 'manual' }, dra: { startType: 'disabled' } });
    const { steps } = servicesRunbook.plan(given('startTypes'), facts, places);
    expect(steps[0]).toMatchObject({
      id: 'start-type-svagents',
      action: { kind: 'startType', service: 'svagents', startType: 'delayed' },
      undo: { kind: 'action', action: { startType: 'manual' } },
    });
  });

  test('the plan keeps how every service was found', () => {
    const facts = server({ tmansvc: { state: 'stopped', startType: 'manual', pid: null } });
    const { notes } = servicesRunbook.plan(given('stop'), facts, places);
    expect(notes.join(' ')).toContain('tmansvc stopped, Manual');
    expect(notes.join(' ')).toContain('svagents running, Automatic');
  });

  test('patch day says what comes next', () => {
    const { notes, verb } = servicesRunbook.plan(given('patchDay'), server(), places);
    expect(verb).toBe('Begin patch day');
    expect(notes[0]).toMatch(/restart Windows yourself.*goes on/);
    const ids = idsOf(given('patchDay'), server());
    const at = ids.indexOf('restart');
    expect(ids[at - 1]).toBe('stop-logUpload');
    expect(ids.slice(at + 1)).toEqual(idsOf(given('start'), server()));
  });
});

describe('answers', () => {
  test('what else is here is suggested only where the server tells it', () => {
    const suggested = (facts: ServerFacts) =>
      servicesRunbook.describe(facts, {}).questions.find(({ name }) => name === 'deployment')
        ?.suggestion;
    expect(suggested(server())).toBe('standAlone');
    expect(suggested(server({}, '3'))).toBe('configurationServer');
    expect(suggested(server({}, null))).toBeNull();
    expect(suggested({ ...server(), products: plain.products })).toBeNull();
  });

  test('an answer that the server contradicts is refused', () => {
    const is = (deployment: string) => given('start', { deployment });
    expect(problemsOf(is('configurationServer'), server())).toEqual(['deployment']);
    expect(problemsOf(is('standAlone'), server({}, '3'))).toEqual(['deployment']);
    expect(problemsOf(is('azure'), server())).toEqual(['deployment']);
    expect(problemsOf(is('standAlone'), server())).toEqual([]);
  });

  test('chosen services have to be some, of this server', () => {
    const chosen = (more: Readonly<Record<string, string>>) =>
      given('stop', { which: 'chosen', ...more });
    expect(problemsOf(chosen({}), server())).toEqual(['cxprocessserver']);
    expect(problemsOf(chosen({ w3svc: 'yes' }), server())).toEqual(['w3svc']);
    const gone = { ...server(), services: [service('svagents')] };
    expect(problemsOf(chosen({ tmansvc: 'yes' }), gone)).toEqual(['tmansvc']);
    expect(problemsOf(chosen({ svagents: 'yes' }), gone)).toEqual([]);
  });

  test('which services is not asked where all are meant', () => {
    const { which: _left, ...rest } = given('patchDay');
    expect(problemsOf(rest, server())).toEqual([]);
    expect(problemsOf({ ...rest, action: 'stop' }, server())).toEqual(['which']);
  });
});

describe('conditions', () => {
  test('without a process server nothing is planned', () => {
    expect(found('processServer', given('start'), plain)?.verdict).toBe('blocks');
  });

  test('a service that is not there, or would not come back, is only warned of', () => {
    const facts = server({ obengine: { startType: 'manual' } });
    const less = { ...facts, services: facts.services.filter(({ name }) => name !== 'tmansvc') };
    expect(found('present', given('patchDay'), less)).toMatchObject({
      verdict: 'warns',
      found: 'not there: tmansvc',
    });
    expect(found('comesBack', given('patchDay'), less)).toMatchObject({
      verdict: 'warns',
      found: 'not by itself: obengine',
    });
  });

  test('a disabled one that runs is not stopped where it has to start again', () => {
    const facts = server({ tmansvc: { startType: 'disabled' } });
    const verdictOf = (action: string) => found('startable', given(action), facts)?.verdict;
    expect(['start', 'restart', 'patchDay'].map(verdictOf)).toEqual(['passed', 'blocks', 'blocks']);
  });

  test('a service of Windows that is disabled and needed blocks a start', () => {
    const facts = server({ tmansvc: { state: 'stopped', dependsOn: ['RPCSS'] } });
    const rpc = service('RpcSs', { state: 'stopped', startType: 'disabled' });
    const with_ = { ...facts, services: [...facts.services, rpc] };
    expect(found('startable', given('start'), with_)).toMatchObject({
      verdict: 'blocks',
      found: 'disabled: RpcSs',
    });
  });

  test('a chosen one is not stopped while another one that runs needs it', () => {
    const facts = server({ tmansvc: { dependsOn: ['MySQL'] } }, '3');
    const only = { deployment: 'configurationServer', which: 'chosen', mySql: 'yes' };
    expect(found('stoppable', given('stop', only), facts)).toMatchObject({
      verdict: 'blocks',
      found: 'running and depending on it: tmansvc',
    });
    expect(found('stoppable', given('stop', { ...only, tmansvc: 'yes' }), facts)?.verdict).toBe(
      'passed',
    );
  });
});

test('a server of the gallery image is detected, and not asked for', () => {
  const facts = server();
  const image = {
    ...facts,
    products: { ...facts.products, masterTarget: null, agent: null },
    configuration: { ...facts.configuration, isGalleryImage: true },
  };
  const suggested = (of: ServerFacts) =>
    servicesRunbook.describe(of, {}).questions.find(({ name }) => name === 'deployment')
      ?.suggestion;
  expect([suggested(image), suggested(facts)]).toEqual(['azure', 'standAlone']);
});
