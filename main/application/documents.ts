import type { Plan } from '../../contract/plan';
import type { Answers, Procedure } from '../../contract/runbook';
import { answerSchema, writeAnswers } from '../answers/answer-file';
import { exportPlan } from '../reports/export/export-plan';
import type { Document } from '../services';

/** The answer file with comments, and the schema that goes with it. Secrets are in neither. */
export function answerDocuments(procedure: Procedure, answers: Answers): Document[] {
  const schema = JSON.stringify(answerSchema(procedure), null, 2);
  return [
    { name: `${procedure.name}.answers.json`, text: writeAnswers(procedure, answers) },
    { name: `${procedure.name}.answers.schema.json`, text: `${schema}\n` },
  ];
}

/** The scripts that do by hand what the plan does. */
export const planDocuments = (plan: Plan, readScript: (name: string) => string): Document[] =>
  exportPlan(plan, readScript);
