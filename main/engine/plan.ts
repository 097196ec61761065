import { createHash } from 'node:crypto';
import type { Plan, PlanBody, PlanStep } from '../../contract/plan';
import type { PlanDifference } from '../../contract/runbook';

/** JSON with sorted keys: equal data gives equal text, so that a hash means something. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}

/** Makes a plan of its body: frozen, with a SHA-256 over everything that will happen. */
export function makePlan(body: PlanBody): Plan {
  const hash = createHash('sha256').update(canonicalJson(body)).digest('hex');
  return deepFreeze({
    id: `${body.runbook}-${hash.slice(0, 10)}`,
    hash,
    body: structuredClone(body),
  });
}

/** True when the plan still says what its hash was made over. */
export function planIsGenuine(plan: Plan): boolean {
  return makePlan(plan.body).hash === plan.hash;
}

const partsOf = (step: PlanStep): [string, unknown][] => Object.entries(step);

/** What differs between two plans, step by step. Empty when they are the same. */
export function diffPlans(approved: Plan, now: Plan): PlanDifference[] {
  const differences: PlanDifference[] = [];
  const later = new Map(now.body.steps.map((step) => [step.id, step]));
  for (const step of approved.body.steps) {
    const other = later.get(step.id);
    later.delete(step.id);
    if (!other) {
      differences.push({ stepId: step.id, change: `"${step.title}" is no longer needed.` });
      continue;
    }
    const otherParts = new Map(partsOf(other));
    for (const [name, value] of partsOf(step)) {
      const before = canonicalJson(value);
      const after = canonicalJson(otherParts.get(name) ?? null);
      if (before !== after) {
        differences.push({ stepId: step.id, change: `${name}: was ${before}, is ${after}` });
      }
    }
  }
  for (const step of later.values()) {
    differences.push({ stepId: step.id, change: `"${step.title}" is new.` });
  }
  if (differences.length === 0 && approved.hash !== now.hash) {
    differences.push({ stepId: '', change: 'What the plan says about itself differs.' });
  }
  return differences;
}

/** Id of an operation that begins now: its moment in UTC and its procedure. */
export function newOperationId({ body }: Plan): string {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('.', '').replace('Z', '');
  return `${stamp}-${body.runbook}`;
}
