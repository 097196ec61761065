import { z } from 'zod';
import type { TestResult } from '../../contract/runbook';
import { secretFields } from '../../contract/secret';
import { text } from '../../contract/text/set-up-procedure';
import type { Server } from '../host/server';
import type { Trial } from '../runbooks/runbook';
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
}

/** Tries an answer as its trial says and tells what it means. Nothing on the server is changed. */
export async function runTrial(trial: Trial, tools: TrialTools, followed = 0): Promise<TestResult> {
  const { server, secrets, glances } = tools;
  switch (trial.kind) {
    case 'tls': {
      const probe = await server.network.probeHttps(trial.host, trial.port, trial.seconds);
      return probe.kind === 'answered'
        ? trial.read({ status: probe.status, message: '' })
        : trial.read({ status: null, message: probe.message });
    }
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
      return trial.read(orThrow(await glances.now(null)));
  }
}
