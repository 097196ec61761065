const MASK = '••••';

/**
 * A value that must never be shown: passphrase, proxy password, token.
 * Prints as `••••` wherever it is turned into text; `reveal` is the only way to the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for standard input or a protected file, never for anything that is kept. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}

/** Secrets by the name of the answer they belong to. */
export type Secrets = Readonly<Record<string, Secret>>;

/** The secrets that fill these fields, by field; those that were not entered are left out. */
export function secretFields(
  secretInput: Readonly<Record<string, string>>,
  secrets: Secrets,
): Record<string, Secret> {
  return Object.fromEntries(
    Object.entries(secretInput).flatMap(([field, name]) => {
      const secret = secrets[name];
      return secret ? [[field, secret]] : [];
    }),
  );
}
