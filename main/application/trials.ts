import { z } from 'zod';
import type { TestResult } from '../../contract/runbook';
import type { Secret } from '../../contract/secret';
import type { Server } from '../host/server';
import type { Trial } from '../runbooks/runbook';
import type { Glances } from './glances';
import { orThrow } from './problem-error';
import type { SecretStore } from './secret-store';

const anythingSchema = z.record(z.string(), z.unknown());

export interface TrialTools {
  server: Server;
  secrets: SecretStore;
  glances: Glances;
}

/** Tries an answer as its trial says and tells what it means. Nothing on the server is changed. */
export async function runTrial(
  trial: Trial,
  { server, secrets, glances }: TrialTools,
): Promise<TestResult> {
  switch (trial.kind) {
    case 'tls': {
      const probe = await server.network.probeHttps(trial.host, trial.port, trial.seconds);
      return probe.kind === 'answered'
        ? trial.read({ status: probe.status, message: '' })
        : trial.read({ status: null, message: probe.message });
    }
    case 'script': {
      const entered = Object.entries(trial.secretInput).flatMap(
        ([field, name]): [string, Secret][] => {
          const secret = secrets.get(name);
          return secret ? [[field, secret]] : [];
        },
      );
      const input = { ...trial.input, ...Object.fromEntries(entered) };
      const { script, seconds } = trial;
      return trial.read(orThrow(await server.scripts.run(script, input, anythingSchema, seconds)));
    }
    case 'facts':
      return trial.read(orThrow(await glances.now(null)));
  }
}
