import { z } from 'zod';
import { planSchema } from './plan';
import { problemSchema } from './problem';

export const choiceSchema = z.object({ value: z.string(), label: z.string(), hint: z.string() });

/** One question of a procedure. Wizard, `psm` and answer file are all made from it. */
export const questionSchema = z.object({
  name: z.string(),
  section: z.string(),
  label: z.string(),
  hint: z.string(),
  /** `terms`: a text to be read and accepted in so many words; answered as a toggle. */
  kind: z.enum(['text', 'secret', 'choice', 'number', 'toggle', 'setupFile', 'terms']),
  /** What can be chosen; beside a text, values offered to be taken over. */
  choices: z.array(choiceSchema),
  required: z.boolean(),
  /** Asked only while another answer has one of these values. */
  onlyWhen: z.object({ name: z.string(), in: z.array(z.string()) }).nullable(),
  /** What was detected or is usual; null when only the admin can know. */
  suggestion: z.string().nullable(),
  /** Set by the organisation: `suggestion` is the only answer. */
  isLocked: z.boolean().optional(),
  /** True of one moment only: given anew when the procedure runs again with earlier answers. */
  isMomentary: z.boolean().optional(),
  /** Rarely needed: drawn below "More settings". */
  isAdvanced: z.boolean(),
  /** What its "Test" tries, on a button; null when it can't be tried by itself. */
  test: z.string().nullable(),
  /** A long text that belongs to the question, such as terms to be accepted; null for none. */
  text: z.string().nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/** Answers as they travel: text by question name. Secrets never travel here. */
export const answersSchema = z.record(z.string(), z.string());
export type Answers = z.infer<typeof answersSchema>;

export const answerProblemSchema = z.object({ name: z.string(), message: z.string() });
export type AnswerProblem = z.infer<typeof answerProblemSchema>;

/** A condition looked at before anything is planned. */
export const preconditionSchema = z.object({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(['blocks', 'warns', 'passed']),
  found: z.string(),
  needed: z.string(),
  /** Why it matters, in one sentence. */
  why: z.string(),
  mend: z.string(),
  /** The procedure that mends it, and the words of the button that opens it. */
  leadsTo: z.object({ procedure: z.string(), label: z.string() }).optional(),
});
export type Precondition = z.infer<typeof preconditionSchema>;

/** Something detected that helps to answer the questions of a section. */
export const findingSchema = z.object({
  label: z.string(),
  value: z.string(),
  /** null: neither good nor bad. */
  isGood: z.boolean().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

export const sectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Asked before preparation, after it, or together with the checks. */
  place: z.enum(['questions', 'afterPreparation', 'withChecks']),
  findings: z.array(findingSchema),
  /** Texts to be taken elsewhere, each with a button that copies it. */
  copies: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
});
export type Section = z.infer<typeof sectionSchema>;

/** What trying an answer did and saw. Nothing on the server is changed by it. */
export const testResultSchema = z.object({
  verdict: z.enum(['passed', 'failed', 'couldNotTell']),
  did: z.string(),
  saw: z.string(),
  /** What to do next; empty when there is nothing to do. */
  next: z.string(),
  /** In whose name it was done, when that matters; null otherwise. */
  context: z.string().nullable(),
});
export type TestResult = z.infer<typeof testResultSchema>;

export const procedureSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** What will happen, how long it takes, what to have at hand. */
  introduction: z.array(z.string()),
  questions: z.array(questionSchema),
  sections: z.array(sectionSchema),
  /** The small plan that has to be applied before this one can be made; null when none. */
  preparedBy: z.string().nullable(),
});
export type Procedure = z.infer<typeof procedureSchema>;

/** Answer to "what would you do?": wrong answers, or conditions and, unless one blocks, a plan. */
export const proposalSchema = z.object({
  problems: z.array(answerProblemSchema),
  preconditions: z.array(preconditionSchema),
  plan: planSchema.nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** How an applied plan differs from the approved one, step by step, in words. */
export const planDifferenceSchema = z.object({ stepId: z.string(), change: z.string() });
export type PlanDifference = z.infer<typeof planDifferenceSchema>;

export const startedSchema = z.union([
  z.object({ started: z.literal(true), operationId: z.string() }),
  z.object({
    started: z.literal(false),
    problem: problemSchema,
    differences: z.array(planDifferenceSchema),
    newPlan: planSchema.nullable(),
  }),
]);
export type Started = z.infer<typeof startedSchema>;
