import { z } from 'zod';
import type { TestResult } from '../../contract/runbook';
import { secretFields } from '../../contract/secret';
import { text } from '../../contract/text/set-up-procedure';
import type { LookFor } from '../detection/detect';
import type { Server } from '../host/server';
import type { TlsOutcome, Trial } from '../runbooks/runbook';
import type { Glances } from './glances';
import { orThrow } from './problem-error';
import type { SecretStore } from './secret-store';

const NOTHING_TRIED = { verdict: 'couldNotTell', did: '', next: '', context: null } as const;

/** A link that leads on more often than this leads nowhere. */
const FOLLOWED_MOST = 8;

const anythingSchema = z.record(z.string(), z.unknown());

export interface TrialTools {
  server: Server;
  secrets: SecretStore;
  glances: Glances;
  /** What the procedure of the trial looks at. */
  look: LookFor;
}

/** Which outcome it is over TLS that a port shows itself like that to plain TCP. */
const withoutTls = {
  open: 'noTls',
  refused: 'closed',
  timedOut: 'silent',
  failed: 'failed',
} as const;

/** Asks a server over TLS; where that fails, plain TCP tells what kind of failure it is. */
async function judge(
  { network, clock }: Pick<Server, 'network' | 'clock'>,
  { host, port, seconds }: Extract<Trial, { kind: 'tls' }>,
): Promise<TlsOutcome> {
  const probe = await network.probeHttps(host, port, seconds);
  if (probe.kind === 'answered') {
    const { status, certificates } = probe;
    const [own] = certificates;
    if (!own) return { kind: 'answered', status, certificate: null };
    const { subject, validUntil } = own;
    const hasExpired = Date.parse(validUntil) < clock.now().getTime();
    return { kind: 'answered', status, certificate: { subject, validUntil, hasExpired } };
  }
  const tcp = await network.probeTcp(host, port, seconds);
  // It came up in between: what was seen first would contradict what is seen now.
  if (tcp.kind === 'open' && probe.kind === 'refused') {
    return { kind: 'failed', message: text.tests.csCameUp };
  }
  const { message } = tcp.kind === 'open' ? probe : tcp;
  return { kind: withoutTls[tcp.kind], message };
}

/** Tries an answer as its trial says and tells what it means. Nothing on the server is changed. */
export async function runTrial(trial: Trial, tools: TrialTools, followed = 0): Promise<TestResult> {
  const { server, secrets, glances, look } = tools;
  switch (trial.kind) {
    case 'tls':
      return trial.read(await judge(server, trial));
    case 'script': {
      const entered = secretFields(trial.secretInput, secrets.all());
      if (Object.keys(entered).length < Object.keys(trial.secretInput).length) {
        // An empty password would count as a failed sign-in.
        return { ...NOTHING_TRIED, saw: text.tests.secretMissing };
      }
      const input = { ...trial.input, ...entered };
      const { script, seconds } = trial;
      const answer = await server.scripts.run(script, input, anythingSchema, seconds);
      const read = trial.read(orThrow(answer));
      if (!('kind' in read)) return read;
      return followed < FOLLOWED_MOST
        ? runTrial(read, tools, followed + 1)
        : { ...NOTHING_TRIED, saw: text.tests.endless };
    }
    case 'facts':
      return trial.read(orThrow(await glances.now(look)));
  }
}
