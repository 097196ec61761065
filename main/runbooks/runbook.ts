import type { ServerFacts } from '../../contract/facts';
import type { PlanBody } from '../../contract/plan';
import type { AnswerProblem, Answers, Precondition, Procedure } from '../../contract/runbook';
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

/**
 * A procedure: a pure function from answers and facts to a plan, with all that window, command
 * line and answer file need to ask for the answers.
 */
export interface Runbook {
  name: string;
  describe(facts: ServerFacts): Procedure;
  checkAnswers(answers: Answers, facts: ServerFacts): AnswerProblem[];
  secrets(answers: Answers): SecretQuestion[];
  preconditions(answers: Answers, facts: ServerFacts): Precondition[];
  plan(answers: Answers, facts: ServerFacts, places: PlanPlaces): PlanBody;
}
