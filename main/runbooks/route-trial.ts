import type { TestResult } from '../../contract/runbook';
import {
  type ProxyRoute,
  type RouteOutcome,
  readRouteOutcome,
  routeInput,
  routeSecret,
} from '../vendor/proxy-route';
import type { Trial } from './runbook';

/** What a procedure says about each outcome of a request. */
export interface RouteWords {
  did: string;
  /** `location` is where a redirect leads; another trial when that has to be tried as well. */
  reached(status: number, location: string): Pick<TestResult, 'verdict' | 'saw' | 'next'> | Trial;
  forbidden(message: string): string;
  forbiddenNext: string;
  refused(status: number, schemes: string): string;
  refusedNext: string;
  failed(message: string): string;
  failedNext: string;
  context(identity: string): string;
}

function resultOf(outcome: RouteOutcome | null, words: RouteWords): TestResult | Trial {
  const { did } = words;
  if (outcome === null) {
    return { verdict: 'couldNotTell', did, saw: words.failed(''), next: '', context: null };
  }
  const context = words.context(outcome.identity);
  switch (outcome.kind) {
    case 'reached': {
      const reached = words.reached(outcome.status, outcome.location);
      return 'kind' in reached ? reached : { did, context, ...reached };
    }
    case 'forbiddenByProxy': {
      const saw = words.forbidden(outcome.message);
      return { verdict: 'failed', did, saw, next: words.forbiddenNext, context };
    }
    case 'refusedByProxy': {
      const saw = words.refused(outcome.status, outcome.schemes);
      return { verdict: 'failed', did, saw, next: words.refusedNext, context };
    }
    case 'failed': {
      const saw = words.failed(outcome.message);
      return { verdict: 'failed', did, saw, next: words.failedNext, context };
    }
  }
}

/** Asks for an address by a way and takes nothing; nothing on the server is changed. */
export function routeTrial(route: ProxyRoute, address: string, words: RouteWords): Trial {
  return {
    kind: 'script',
    script: 'test-proxy',
    input: { ...routeInput(route), address, timeoutSeconds: '20' },
    secretInput: routeSecret(route),
    seconds: 60,
    read: (answer) => resultOf(readRouteOutcome(answer), words),
  };
}
