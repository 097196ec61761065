import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarios } from '../../practice';
import { goodAnswers, openPracticeApplication } from '../support/practice-application';
import { enterSecrets, propose, takeUp } from '../support/run-procedure';

const out: string[] = [];
test.each(scenarios.map((s) => s.id))(
  '%s',
  async (id) => {
    const scenario = scenarios.find((s) => s.id === id);
    if (!scenario) return;
    const started = Date.now();
    const one = await openPracticeApplication(scenario);
    const { application } = one;
    enterSecrets(application);
    const say = (...t: unknown[]) =>
      out.push(t.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join(' '));
    say(`\n=== ${id}`);
    const answers: Record<string, string> = {
      ...goodAnswers,
      environment: scenario.server.vmwareTools ? 'vmware' : 'physical',
    };
    if (scenario.proxy)
      Object.assign(answers, {
        proxyMode: 'custom',
        proxyAddress: scenario.proxy.server,
        proxyPort: String(scenario.proxy.port),
        proxySignIn: scenario.proxy.user ? 'yes' : 'no',
        proxyUser: scenario.proxy.user,
      });
    for (const name of ['prepare', 'set-up']) {
      const p = await propose(application, name, answers);
      say(name, 'problems', p.problems);
      say(
        '  not passed:',
        p.preconditions
          .filter((c) => c.verdict !== 'passed')
          .map((c) => `${c.id}:${c.verdict}:${c.found}`),
      );
      if (!p.plan) continue;
      const s = await application.procedures.apply(name, answers, p.plan, {
        planId: p.plan.id,
        hash: p.plan.hash,
      });
      if (!s.ok) {
        say('not started', s.value.problem);
        continue;
      }
      await s.value.ended;
      let state = application.operations.state(s.value.operationId);
      for (let i = 0; i < 4; i += 1) {
        say(
          '  ',
          state.status,
          state.steps
            .filter((x) => !['done', 'alreadyDone', 'waiting'].includes(x.status))
            .map((x) => [x.id, x.status, x.facts]),
          state.problem ? JSON.stringify(state.problem, null, 1) : '',
          state.leftBehind,
        );
        if (state.status === 'done') break;
        const r = await application.remains(state.id);
        say('   remains', r.ok ? JSON.stringify(r.value, null, 1) : r.problem);
        if (name === 'prepare') break;
        if (state.status === 'restartNeeded') await one.practice.restart();
        try {
          state = await takeUp(application, state);
        } catch (e) {
          say('takeUp', String(e));
          break;
        }
      }
    }
    say(`${Date.now() - started} ms`);
    writeFileSync('/tmp/h/explore.txt', out.join('\n'));
    one.remove();
    expect(1).toBe(1);
  },
  60000,
);
