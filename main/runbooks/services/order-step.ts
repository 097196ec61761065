import type { Check } from '../../../contract/check';
import type { PlanStep } from '../../../contract/plan';
import { servicesProcedureText as text } from '../../../contract/text/services-procedure';
import { SERVICE_SECONDS } from '../../vendor/service-orders';
import { actionUndo, noUndo, step } from '../steps';
import type { FoundService } from './answers';
import { wasRunning } from './extent';

export type Order = 'start' | 'stop';

const stateAfter = { start: 'running', stop: 'stopped' } as const;
const opposite = { start: 'stop', stop: 'start' } as const;

/** That the service is as that order leaves it. */
export function stateCheck(name: string, order: Order, withinSeconds = 0): Check {
  return {
    kind: 'serviceIs',
    label: order === 'start' ? text.checks.runs(name) : text.checks.stopped(name),
    service: name,
    state: stateAfter[order],
    startTypes: [],
    withinSeconds,
  };
}

const action = (service: string, order: Order) => ({
  kind: 'service' as const,
  service,
  order,
  seconds: SERVICE_SECONDS,
});

/** One service started or stopped. It is undone only where it was found in the other state. */
export function orderStep(service: FoundService, order: Order): PlanStep {
  const { name } = service.seen;
  const back = opposite[order];
  const wasOther = wasRunning(service) === (order === 'stop');
  return step(`${order}-${service.expected.key}`, text.steps[order](name), action(name, order), {
    touches: { services: [name] },
    usualSeconds: 10,
    undo: wasOther
      ? actionUndo(text.undo[back](name), action(name, back), [stateCheck(name, back)])
      : noUndo(text.undo.asFound),
    checks: [stateCheck(name, order)],
    skipWhen: [stateCheck(name, order)],
  });
}
