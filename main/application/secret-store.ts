import { Secret, type Secrets } from '../../contract/secret';
import type { Redactor } from '../engine/redact';

/** Secrets entered in this run of the program: in memory only, known to the redactor at once. */
export interface SecretStore {
  enter(name: string, value: string): void;
  get(name: string): Secret | null;
  all(): Secrets;
  forget(): void;
}

export function createSecretStore(redactor: Redactor): SecretStore {
  const secrets = new Map<string, Secret>();
  return {
    enter(name, value) {
      const secret = new Secret(value);
      redactor.add(secret);
      secrets.set(name, secret);
    },
    get: (name) => secrets.get(name) ?? null,
    all: () => Object.fromEntries(secrets),
    forget: () => secrets.clear(),
  };
}
