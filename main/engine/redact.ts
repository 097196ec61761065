import type { Secret } from '../../contract/secret';

const MASK = '••••';

/** Takes every secret that was entered out of any text that leaves for a sink. */
export interface Redactor {
  add(secret: Secret): void;
  clean(text: string): string;
}

/**
 * Looks for each secret as it is, and as it stands inside JSON. Very short values are masked too:
 * a report that hides a word too much is better than one that shows a password.
 */
export function createRedactor(): Redactor {
  const values = new Set<string>();
  let ordered: string[] = [];
  return {
    add(secret) {
      const value = secret.reveal();
      if (value === '') return;
      values.add(value);
      values.add(JSON.stringify(value).slice(1, -1));
      ordered = [...values].sort((a, b) => b.length - a.length);
    },
    clean: (text) => ordered.reduce((result, value) => result.replaceAll(value, MASK), text),
  };
}
