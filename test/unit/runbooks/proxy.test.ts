import { describe, expect, test } from 'vitest';
import type { AgentProxyFacts, ProxySetting } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import type { Answers } from '../../../contract/runbook';
import { proxyRunbook } from '../../../main/runbooks/proxy/proxy';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';

const plain = factsWith();
const old: ProxySetting = {
  server: 'http://old.contoso.test',
  port: '3128',
  user: '',
  bypass: '',
};
const withUser = { ...old, user: 'CONTOSO\\svc-old' };

function server(
  agent: AgentProxyFacts['agent'] = { kind: 'none' },
  more: Partial<AgentProxyFacts> = {},
  changes: Partial<ServerFacts> = {},
): ServerFacts {
  const version = '9.55.6765.1';
  return factsWith({
    products: {
      ...plain.products,
      dependencies: version,
      processServer: version,
      masterTarget: version,
      agent: agent === null ? null : '2.0.9269.0',
    },
    configuration: { ...plain.configuration, installFolder: 'D:\\ASR', serverType: '2' },
    details: {
      agentProxy: {
        agent,
        processServer: null,
        configurationServer: null,
        services: 'none',
        signInAddress: null,
        ...more,
      },
    },
    ...changes,
  });
}

const has = (setting: ProxySetting) => ({ kind: 'proxy' as const, setting });
const custom = (more: Answers = {}): Answers => ({
  proxyMode: 'custom',
  proxyAddress: 'http://proxy.contoso.test',
  proxyPort: '8080',
  proxySignIn: 'no',
  ...more,
});
const signedIn = { proxySignIn: 'yes', proxyUser: 'CONTOSO\\svc' };
const direct = { proxyMode: 'direct' };

const planOf = (answers: Answers, facts: ServerFacts) => proxyRunbook.plan(answers, facts, places);
const stepOf = (id: string, answers: Answers, facts: ServerFacts) =>
  planOf(answers, facts).steps.find((one) => one.id === id);
const problemsOf = (answers: Answers, facts = server()) =>
  proxyRunbook.checkAnswers(answers, facts).map(({ name }) => name);
const conditionsOf = (answers: Answers, facts: ServerFacts) =>
  Object.fromEntries(
    proxyRunbook
      .preconditions(answers, facts)
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ id, verdict }) => [id, verdict]),
  );
const findingsOf = (facts: ServerFacts) =>
  proxyRunbook.describe(facts, {}).sections.find(({ id }) => id === 'current')?.findings ?? [];
const verdictOf = (facts: ServerFacts) => findingsOf(facts).find((one) => one.label === 'Verdict');

describe('the plan', () => {
  test("has the article's order, a backup before and a reading back after", () => {
    expect(planOf(custom(), server()).steps.map(({ id }) => id)).toEqual([
      'backup-folder',
      'backup',
      'try-proxy',
      'agent-proxy',
      'stop-agent',
      'start-agent',
      'register',
      'stop-agent-again',
      'start-agent-again',
      'prove',
    ]);
  });

  test('names the password only as a secret, and reads back all that can be read', () => {
    const facts = server();
    const given = custom({ ...signedIn, proxyBypass: '10.*' });
    expect(stepOf('agent-proxy', given, facts)).toMatchObject({
      action: {
        input: { server: 'http://proxy.contoso.test', port: '8080', bypass: '10.*' },
        secretInput: { password: 'proxyPassword' },
      },
      checks: [
        { expected: { server: 'http://proxy.contoso.test', user: 'CONTOSO\\svc', bypass: '10.*' } },
      ],
      skipWhen: [],
    });
    expect(proxyRunbook.secrets(given).map(({ name }) => name)).toEqual(['proxyPassword']);
    expect(proxyRunbook.secrets(custom())).toEqual([]);
  });

  test('removes by giving no server, after the direct way was tried', () => {
    const facts = server(has(old));
    expect(stepOf('agent-proxy', direct, facts)?.action).toMatchObject({
      input: { server: '', port: '', user: '' },
      secretInput: {},
    });
    expect(stepOf('try-proxy', direct, facts)?.action).toMatchObject({
      input: { proxyMode: 'none', address: 'https://login.microsoftonline.com/' },
    });
    expect(planOf(direct, facts).verb).toBe('Remove the proxy');
  });

  test('tries the address of the cloud that the server is registered in', () => {
    const facts = server(has(old), { signInAddress: 'https://login.microsoftonline.us/common' });
    expect(stepOf('try-proxy', direct, facts)?.action).toMatchObject({
      input: { address: 'https://login.microsoftonline.us/' },
    });
  });

  test('leaves the trial out only where that was chosen, and says so', () => {
    const given = custom({ saveUntried: 'yes' });
    expect(stepOf('try-proxy', given, server())).toBeUndefined();
    expect(planOf(given, server()).notes.join(' ')).toContain('not tried');
  });
});

describe('addresses without the proxy', () => {
  const withList = { ...old, bypass: '10.*' };
  const said = (answers: Answers, facts: ServerFacts) =>
    stepOf('agent-proxy', answers, facts)?.checks[0];

  test('that are to be gone are proven to be gone', () => {
    expect(said(custom(), server(has(withList)))).toMatchObject({ expected: { bypass: '' } });
    expect(said(custom(), server(has(old)))).not.toMatchObject({ expected: { bypass: '' } });
    expect(said(custom({ proxyBypass: '1.*' }), server(has(withList)))).toMatchObject({
      expected: { bypass: '1.*' },
    });
  });

  test('that came with the change are proven to be gone by its undo', () => {
    const undo = stepOf('agent-proxy', custom({ proxyBypass: '1.*' }), server(has(old)))?.undo;
    expect(undo).toMatchObject({ checks: [{ expected: { bypass: '' } }, {}] });
  });
});

describe('undo', () => {
  const undoOf = (answers: Answers, facts: ServerFacts) =>
    stepOf('agent-proxy', answers, facts)?.undo;

  test('puts back none, or a proxy without a user, and restarts the agent', () => {
    expect(undoOf(custom(), server())).toMatchObject({
      kind: 'action',
      action: { input: { server: '', restart: 'yes' } },
    });
    expect(undoOf(custom(), server(has({ ...old, bypass: '10.*' })))).toMatchObject({
      kind: 'action',
      action: { input: { server: old.server, port: '3128', bypass: '10.*' }, secretInput: {} },
    });
  });

  test('of a proxy with a user needs its password, which is asked for first', () => {
    const facts = server(has(withUser));
    expect(undoOf(custom(), facts)).toMatchObject({ kind: 'none' });
    const known = custom({ oldPasswordKnown: 'yes' });
    expect(undoOf(known, facts)).toMatchObject({
      action: { secretInput: { password: 'oldProxyPassword' } },
    });
    expect(proxyRunbook.secrets(known).map(({ name }) => name)).toEqual(['oldProxyPassword']);
    const asked = (one: ServerFacts) =>
      proxyRunbook.describe(one, {}).questions.some(({ name }) => name === 'oldPasswordKnown');
    expect([asked(facts), asked(server(has(old))), asked(plain)]).toEqual([true, false, true]);
  });
});

describe('answers', () => {
  test('are what the agent and the proxy can take', () => {
    expect(problemsOf(custom())).toEqual([]);
    expect(problemsOf(direct)).toEqual([]);
    expect(problemsOf({})).toEqual(['proxyMode']);
    expect(problemsOf(custom({ proxyAddress: 'https://p.test', proxyPort: '0' }))).toEqual([
      'proxyAddress',
      'proxyPort',
    ]);
    expect(problemsOf(custom({ ...signedIn, proxyUser: 'a\nb' }))).toEqual(['proxyUser']);
    expect(problemsOf(custom({ proxyBypass: 'a b' }))).toEqual(['proxyBypass']);
    expect(problemsOf(custom({ proxyBypass: '*.contoso.test;10.*' }))).toEqual([]);
  });

  test('a password may hold what set-up would lose', () => {
    const [secret] = proxyRunbook.secrets(custom(signedIn));
    expect(secret?.check('a="b"\\')).toBeNull();
    expect(secret?.check('')).not.toBeNull();
  });

  test('are suggested from what is in force', () => {
    const suggested = Object.fromEntries(
      proxyRunbook
        .describe(server(has(withUser)), {})
        .questions.map(({ name, suggestion }) => [name, suggestion]),
    );
    expect(suggested).toMatchObject({
      proxyAddress: old.server,
      proxyPort: '3128',
      proxySignIn: 'yes',
      proxyUser: withUser.user,
    });
  });
});

describe('conditions', () => {
  test('a server without process server, agent or master target is told which', () => {
    expect(conditionsOf(custom(), plain)).toEqual({ processServer: 'blocks' });
    expect(conditionsOf(custom(), server(null))).toEqual({ agent: 'blocks' });
    const { products } = server();
    const half = server({ kind: 'none' }, {}, { products: { ...products, masterTarget: null } });
    expect(conditionsOf(custom(), half)).toEqual({ masterTarget: 'blocks' });
  });

  test('an agent that could not be started again is not stopped', () => {
    const agent = { name: 'obengine', state: 'running', startType: 'disabled', pid: 4 } as const;
    const facts = server({ kind: 'none' }, {}, { services: [agent] });
    expect(conditionsOf(custom(), facts)).toEqual({ enabled: 'blocks' });
  });

  test('an agent that does not tell blocks; no change and a sign-in are only mentioned', () => {
    expect(conditionsOf(custom(), server({ kind: 'unknown', why: 'x' }))).toEqual({
      agentTells: 'blocks',
    });
    expect(conditionsOf(direct, server())).toEqual({ differs: 'warns' });
    expect(conditionsOf(custom(signedIn), server())).toEqual({ signIn: 'warns' });
  });
});

describe('findings', () => {
  test('what is absent by design is no fault', () => {
    const facts = server(has(old));
    expect(findingsOf(facts).filter(({ isGood }) => isGood === false)).toEqual([]);
    expect(verdictOf(facts)?.isGood).toBe(true);
  });

  test("another proxy in the configuration server's place is one", () => {
    const facts = server({ kind: 'none' }, { configurationServer: old });
    expect(verdictOf(facts)).toMatchObject({ isGood: false });
    expect(verdictOf(server(has(old), { configurationServer: old }))?.isGood).toBe(true);
  });

  test('on a configuration server its own place without a proxy is one, where the agent has one', () => {
    const both = { configuration: { ...server().configuration, serverType: '3' } };
    expect(verdictOf(server(has(old), {}, both))).toMatchObject({ isGood: false });
    expect(verdictOf(server({ kind: 'none' }, {}, both))).toMatchObject({ isGood: true });
    const places = findingsOf(server({ kind: 'none' }, {}, both)).map(({ value }) => value);
    expect(places).toContain('no proxy; the same');
  });

  test('another one kept by set-up is only mentioned', () => {
    const facts = server(has({ ...old, port: '8080' }), { processServer: old });
    expect(verdictOf(facts)).toMatchObject({ isGood: null });
  });
});
