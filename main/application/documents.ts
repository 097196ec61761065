import type { Plan } from '../../contract/plan';
import type { Answers, Procedure } from '../../contract/runbook';
import { answerSchema, writeAnswers } from '../answers/answer-file';
import { exportPlan } from '../reports/export/export-plan';
import type { Document } from '../services';
import { orThrow } from './problem-error';
import type { MayName, Procedures } from './procedures';

/** The answer file with comments, and the schema that goes with it. Secrets are in neither. */
export function answerDocuments(procedure: Procedure, answers: Answers): Document[] {
  const schema = JSON.stringify(answerSchema(procedure), null, 2);
  return [
    { name: `${procedure.name}.answers.json`, text: writeAnswers(procedure, answers) },
    { name: `${procedure.name}.answers.schema.json`, text: `${schema}\n` },
  ];
}

/** A plan that was shown, with what it was made of. */
export interface ShownPlan {
  plan: Plan;
  answers: Answers;
}

/**
 * The scripts that do by hand what the plan does. A plan that has to be prepared needs the one that
 * prepares it too: on the other server nothing has been prepared yet.
 */
export async function planDocuments(
  { plan, answers }: ShownPlan,
  procedures: Procedures,
  mayName: MayName,
  readScript: (name: string) => string,
): Promise<Document[]> {
  const { runbook } = plan.body;
  const { preparedBy } = orThrow(await procedures.describe(runbook, answers, mayName));
  const preparing =
    preparedBy === null
      ? null
      : orThrow(await procedures.propose(preparedBy, answers, { mayName })).plan;
  return [plan, ...(preparing ? [preparing] : [])].flatMap((one) => exportPlan(one, readScript));
}
