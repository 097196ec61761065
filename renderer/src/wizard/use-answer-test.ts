import { useEffect, useState } from 'react';
import type { Problem } from '../../../contract/problem';
import type { TestResult } from '../../../contract/runbook';
import { problemOf, request } from '../state/client';
import { secretsSettled, type WizardState } from '../state/wizard';
import { useWizardContext } from './context';
import { effectiveAnswers } from './positions';

/** A try of an answer: what it showed, or why it could not be tried. */
export interface AnswerTest {
  isRunning: boolean;
  result: TestResult | null;
  problem: Problem | null;
  run(): Promise<void>;
}

const NOTHING = { result: null, problem: null };
type Seen = Pick<AnswerTest, 'result' | 'problem'>;

const isSameInput = (a: WizardState, b: WizardState) =>
  a.answers === b.answers && a.secretsEntered === b.secretsEntered;

/** Tries the answer of a question; what was seen is dropped as soon as an answer changes. */
export function useAnswerTest(question: string): AnswerTest {
  const { store, procedure } = useWizardContext();
  const [seen, setSeen] = useState<Seen>(NOTHING);
  const [isRunning, setRunning] = useState(false);
  useEffect(
    () => store.subscribe((now, before) => !isSameInput(now, before) && setSeen(NOTHING)),
    [store],
  );
  const run = async () => {
    setSeen(NOTHING);
    setRunning(true);
    // A secret is handed over when its field is left, which a click on the button just did.
    await secretsSettled();
    const before = store.getState();
    const answers = effectiveAnswers(procedure, before.answers);
    const answer: Seen = await request('procedure.test', {
      name: procedure.name,
      question,
      answers,
    }).then(
      (result) => ({ result, problem: null }),
      (error: unknown) => ({ result: null, problem: problemOf(error) }),
    );
    setRunning(false);
    if (isSameInput(store.getState(), before)) setSeen(answer);
  };
  return { ...seen, isRunning, run };
}
