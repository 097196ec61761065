import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanBody } from '../../../contract/plan';
import { canonicalJson, diffPlans, makePlan, planIsGenuine } from '../../../main/engine/plan';
import { noUndo, step } from '../../../main/runbooks/steps';

const body = (reason: string, more: string[] = []): PlanBody => ({
  runbook: 'test',
  title: 'Test',
  verb: 'Do',
  serverName: 'PS01',
  destructive: false,
  steps: ['a', ...more].map((id) =>
    step(id, { title: `Step ${id}`, reason }, { kind: 'prove' }, { undo: noUndo('it only looks') }),
  ),
  notes: [],
});

test('equal plans have equal hashes whatever the order of their parts', () => {
  const reversed = Object.fromEntries(Object.entries(body('x')).reverse());
  expect(canonicalJson(reversed)).toBe(canonicalJson(body('x')));
});

test('any change of the body changes the hash', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a !== b);
      expect(makePlan(body(a)).hash).not.toBe(makePlan(body(b)).hash);
    }),
  );
});

test('a plan can not be changed after it was made', () => {
  const plan = makePlan(body('x'));
  expect(() => Object.assign(plan.body, { destructive: true })).toThrow(TypeError);
  expect(planIsGenuine({ ...plan, body: body('y') })).toBe(false);
});

test('differences name the step and what changed in it', () => {
  expect(diffPlans(makePlan(body('x', ['b'])), makePlan(body('y', ['c'])))).toEqual([
    { stepId: 'a', change: 'reason: was "x", is "y"' },
    { stepId: 'b', change: '"Step b" is no longer needed.' },
    { stepId: 'c', change: '"Step c" is new.' },
  ]);
});

test('equal plans have no differences', () => {
  expect(diffPlans(makePlan(body('x')), makePlan(body('x')))).toEqual([]);
});
