import type { DetailName } from '../../contract/details';
import type { ServerFacts } from '../../contract/facts';
import type { PlanBody } from '../../contract/plan';
import type {
  AnswerProblem,
  Answers,
  Precondition,
  Procedure,
  TestResult,
} from '../../contract/runbook';
import type { ServerPath } from '../../contract/server-path';

/** Folders of the server that plans name. */
export interface PlanPlaces {
  system32: ServerPath;
  programData: ServerPath;
  ownFolder: ServerPath;
}

/** A secret that a procedure asks for, with its rule: null when the value is good. */
export interface SecretQuestion {
  name: string;
  check(value: string): string | null;
}

/** What came back from a server that was asked over TLS. */
export type TlsOutcome =
  | {
      kind: 'answered';
      /** HTTP status. */
      status: number;
      /** Whose certificate it showed and until when it is valid; null when it showed none. */
      certificate: { subject: string; validUntil: string; hasExpired: boolean } | null;
    }
  /**
   * `noTls`: the port is open, but nothing was answered over TLS 1.2. `closed`: nobody listens.
   * `silent`: nothing came back at all. `message` has the system's words.
   */
  | { kind: 'noTls' | 'closed' | 'silent' | 'failed'; message: string };

/** How an answer is tried without changing anything, and what its outcome means. */
export type Trial =
  | {
      kind: 'tls';
      host: string;
      port: number;
      seconds: number;
      read(outcome: TlsOutcome): TestResult;
    }
  | {
      kind: 'script';
      script: string;
      input: Readonly<Record<string, string>>;
      /** Field of the script's input → name of the secret that fills it. */
      secretInput: Readonly<Record<string, string>>;
      seconds: number;
      /** What it means, or what has to be tried next to know. */
      read(answer: Readonly<Record<string, unknown>>): TestResult | Trial;
    }
  /** Told by looking at the server once more. */
  | { kind: 'facts'; read(facts: ServerFacts): TestResult };

/**
 * A procedure: a pure function from answers and facts to a plan, with all that window, command
 * line and answer file need to ask for the answers.
 */
export interface Runbook {
  name: string;
  /** Facts that take time to learn and that this procedure reads; none when left out. */
  needs?: readonly DetailName[];
  /** Names of the answers that say what those facts are about. */
  asksWith?: readonly string[];
  describe(facts: ServerFacts, answers: Answers): Procedure;
  checkAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[];
  secrets(answers: Answers): SecretQuestion[];
  /** How that question's answer is tried; null when it can't be, or is not good yet. */
  trial(question: string, answers: Answers, facts: ServerFacts): Trial | null;
  preconditions(answers: Answers, facts: ServerFacts): Precondition[];
  plan(answers: Answers, facts: ServerFacts, places: PlanPlaces): PlanBody;
}
