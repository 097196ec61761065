import { z } from 'zod';
import type { Servers } from './servers';

/** `desktop` is Windows PowerShell 5.1: what the case asks of .NET is in the Framework only. */
export type Needs = 'any' | 'windows' | 'desktop';

/** A folder of its own for one case, and what is there for all of them. */
export interface Place {
  folder: string;
  servers: Servers;
  /** The Windows PowerShell of this computer; empty elsewhere. */
  windowsPowerShell: string;
}

/** What goes to a script: its fields, or a line that is none of ours, or no line at all. */
export type Line = Readonly<Record<string, string>> | { raw: string };

export interface Given {
  /** One line for each script. */
  lines: readonly Line[];
  /** The mock that is defined first, by its name in test/powershell/mocks. */
  prelude?: string;
  environment?: Readonly<Record<string, string>>;
  /** Removes what was made outside the folder of the case, however that ends. */
  cleanUp?(): Promise<unknown>;
}

/** Thrown when this computer, or who is signed in, can not show it: what is needed, in words. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

export interface Progress {
  kind: 'progress';
  bytes: number;
  total: number;
  validator: string;
}

/** What came of a run that kept to the protocol. */
export interface Seen {
  answers: readonly unknown[];
  progress: readonly Progress[];
}

export interface ScriptCase {
  name: string;
  /** Names without `.ps1`; several run in one PowerShell. */
  scripts: readonly string[];
  needs: Needs;
  given(place: Place): Given | Promise<Given>;
  /** One schema for the answer of each script. */
  expected: readonly z.ZodType[];
  /** Texts that must not be printed. */
  secrets?: readonly string[];
  /** Looks at what the run left behind; throws when that isn't right. */
  afterwards?(place: Place, seen: Seen): void | Promise<void>;
}

/** The answer of a script that did what it was asked. */
export const answered = (value: z.ZodType) =>
  z.strictObject({ kind: z.literal('result'), ok: z.literal(true), value });

const anyText = z.string().min(1);

/** The answer of a script that could not; `type` is the .NET name of the exception. */
export const failed = (message: z.ZodType = anyText, type: z.ZodType = anyText) =>
  z.strictObject({
    kind: z.literal('result'),
    ok: z.literal(false),
    error: z.strictObject({ message, type }),
  });

export const eitherAnswer = z.union([answered(z.unknown()), failed()]);

/** Exactly this value; objects may have their fields in any order. */
export function exactly(value: unknown): z.ZodType {
  if (Array.isArray(value)) {
    const [first, ...rest] = value.map(exactly);
    return first === undefined ? z.tuple([]) : z.tuple([first, ...rest]);
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(([name, field]) => [name, exactly(field)]);
    return z.strictObject(Object.fromEntries(fields));
  }
  return z.custom((found) => found === value, { error: `Not ${JSON.stringify(value)}` });
}

interface OneScript extends Omit<ScriptCase, 'name' | 'scripts' | 'expected' | 'given'> {
  expected: z.ZodType;
  given(
    place: Place,
  ): (Omit<Given, 'lines'> & { line: Line }) | Promise<Omit<Given, 'lines'> & { line: Line }>;
}

/** A case of one script; its name begins with that of the script. */
export function caseOf(script: string, name: string, one: OneScript): ScriptCase {
  return {
    ...one,
    name: `${script}: ${name}`,
    scripts: [script],
    expected: [one.expected],
    given: async (place) => {
      const { line, ...rest } = await one.given(place);
      return { ...rest, lines: [line] };
    },
  };
}
