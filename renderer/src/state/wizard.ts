import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Approval } from '../../../contract/plan';
import type { Problem } from '../../../contract/problem';
import type {
  AnswerProblem,
  Answers,
  PlanDifference,
  Procedure,
  Proposal,
} from '../../../contract/runbook';
import { effectiveAnswers, placeOf, SECTION } from '../wizard/positions';
import { problemOf, request } from './client';
import { useMaintainTask } from './maintain-task';
import { useOperations } from './operations';
import { useServer } from './server';
import { type KeptWizard, keepWizard, keptWizard } from './wizard-memory';

export interface WizardState extends KeptWizard {
  readonly name: string;
  procedure: Procedure | null;
  /** Main is being asked for the description. */
  describing: boolean;
  /** Questions whose problems are shown: those that were left once. */
  touched: readonly string[];
  answerProblems: readonly AnswerProblem[];
  proposal: Proposal | null;
  preparation: Proposal | null;
  proposing: boolean;
  /** The last move was "Next": a page with nothing to say may go on by itself. */
  isWalkingForward: boolean;
  /** Why the last plan that was approved did not start. */
  differences: readonly PlanDifference[];
  problem: Problem | null;
  /** Asks main for the questions as they are with what was answered; nothing entered is lost. */
  describe(): Promise<void>;
  goTo(stop: string, isForward: boolean): void;
  answer(question: string, value: string): void;
  /** Takes over several answers at once. */
  fill(given: Answers): void;
  enterSecret(question: string, value: string): Promise<boolean>;
  touch(questions: readonly string[]): void;
  /** Asks what main would do; `fresh` has it look at the server again first. */
  propose(fresh?: boolean): Promise<Proposal | null>;
  proposePreparation(): Promise<void>;
  apply(approval: Approval): Promise<void>;
  prepare(approval: Approval): Promise<void>;
  /** Leaves a preparation that has ended and shows the plan of a new one. */
  prepareAgain(): Promise<void>;
  /** Begins anew after an operation has ended, at this stop; answers stay. */
  startAgain(stop?: string): void;
  adopt(operationId: string, runbook: string): void;
  forget(): void;
}

export type WizardStore = StoreApi<WizardState>;
const wizards = new Map<string, WizardStore>();

/** The wizard of a procedure; the same one every time, so that leaving the page loses nothing. */
export function wizardOf(name: string): WizardStore {
  const known = wizards.get(name);
  if (known) return known;
  const made = createWizard(name);
  wizards.set(name, made);
  return made;
}

const onTheWay = new Set<Promise<boolean>>();

/** Resolves when every secret that was typed has reached main, or could not. */
export async function secretsSettled(): Promise<void> {
  await Promise.allSettled(onTheWay);
}

/** Forgets what was entered in every wizard: the server is another one now. */
export function forgetWizards(): void {
  for (const wizard of wizards.values()) wizard.getState().forget();
  useMaintainTask.getState().close();
}

const FRESH: KeptWizard = {
  stop: 'before',
  passed: [],
  answers: {},
  secretsEntered: [],
  operationId: null,
  preparationId: null,
};
const UNKNOWN = {
  touched: [],
  answerProblems: [],
  proposal: null,
  preparation: null,
  proposing: false,
  describing: false,
  isWalkingForward: false,
  differences: [],
  problem: null,
};

function createWizard(name: string): WizardStore {
  let asked = 0;
  let described = 0;
  let newest: Promise<Proposal | null> = Promise.resolve(null);
  const store = createStore<WizardState>((set, get) => {
    const attempt = async (work: () => Promise<void>) => {
      set({ problem: null, differences: [] });
      try {
        await work();
      } catch (error) {
        set({ problem: problemOf(error) });
      }
    };
    const answersNow = (): Answers => {
      const { procedure, answers } = get();
      return procedure ? effectiveAnswers(procedure, answers) : {};
    };
    const start = async (runbook: string, approval: Approval): Promise<string | null> => {
      const answers = answersNow();
      const started = await request('procedure.apply', { name: runbook, answers, approval });
      if (started.started) {
        await useOperations.getState().watch(started.operationId);
        return started.operationId;
      }
      set((before) => ({
        problem: started.problem,
        differences: started.differences,
        ...renewed(runbook === name, before, started.newPlan),
      }));
      return null;
    };
    const handOver = async (question: string, value: string): Promise<boolean> => {
      const accepted = await request('secret.enter', { name: question, value });
      if (accepted) {
        set((before) => ({
          secretsEntered: [...new Set([...before.secretsEntered, question])],
          ...changed(before, [question]),
        }));
      }
      return accepted;
    };
    return {
      name,
      procedure: null,
      ...UNKNOWN,
      ...(keptWizard(name) ?? FRESH),
      describe: async () => {
        described += 1;
        const turn = described;
        set({ describing: true });
        try {
          const procedure = await request('procedure.describe', { name, answers: get().answers });
          // Asked again meanwhile: only the newest description counts.
          if (turn !== described) return;
          set((before) => ({ procedure, problem: before.procedure ? before.problem : null }));
        } catch (error) {
          if (turn === described) set({ problem: problemOf(error) });
        } finally {
          if (turn === described) set({ describing: false });
        }
      },
      goTo: (stop, isForward) => {
        set((before) => ({
          stop,
          passed: isForward ? [...new Set([...before.passed, before.stop])] : before.passed,
          isWalkingForward: isForward,
          problem: null,
          differences: [],
        }));
        if (asksAt(get().procedure, stop)) void get().describe();
      },
      answer: (question, value) => get().fill({ [question]: value }),
      fill: (given) => {
        const { procedure, answers } = get();
        const names = Object.keys(given).filter(
          (question) => answers[question] !== given[question],
        );
        if (names.length === 0) return;
        set((before) => ({
          answers: { ...before.answers, ...given },
          ...changed(before, names),
        }));
        const isSetupFile = (question: string) =>
          procedure?.questions.find((item) => item.name === question)?.kind === 'setupFile';
        if (names.some(isSetupFile)) void get().describe();
      },
      enterSecret: (question, value) => {
        const sent = handOver(question, value);
        onTheWay.add(sent);
        return sent.finally(() => onTheWay.delete(sent));
      },
      touch: (questions) =>
        set((before) =>
          questions.every((name) => before.touched.includes(name))
            ? {}
            : { touched: [...new Set([...before.touched, ...questions])] },
        ),
      propose: (fresh = false) => {
        asked += 1;
        const turn = asked;
        const ask = async (): Promise<Proposal | null> => {
          set({ proposing: true });
          try {
            const proposal = await request('procedure.propose', {
              name,
              answers: answersNow(),
              fresh,
            });
            // Asked again meanwhile: only the newest answer counts, for every asker.
            if (turn !== asked) return newest;
            set({ proposal, answerProblems: proposal.problems, problem: null });
            return proposal;
          } catch (error) {
            if (turn !== asked) return newest;
            set({ problem: problemOf(error) });
            return null;
          } finally {
            if (turn === asked) set({ proposing: false });
          }
        };
        newest = ask();
        return newest;
      },
      proposePreparation: () =>
        attempt(async () => {
          const runbook = get().procedure?.preparedBy;
          if (!runbook) return;
          const answers = answersNow();
          set({ preparation: await request('procedure.propose', { name: runbook, answers }) });
        }),
      apply: (approval) =>
        attempt(async () => {
          const operationId = await start(name, approval);
          if (operationId) set({ operationId });
        }),
      prepare: (approval) =>
        attempt(async () => {
          const runbook = get().procedure?.preparedBy;
          const preparationId = runbook ? await start(runbook, approval) : null;
          if (preparationId) set({ preparationId });
        }),
      prepareAgain: () => {
        set({ preparationId: null, preparation: null });
        return get().proposePreparation();
      },
      startAgain: (stop = 'before') => {
        set({ ...UNKNOWN, stop, operationId: null, preparationId: null });
        void useServer.getState().detect();
        void get().describe();
      },
      adopt: (operationId, runbook) => {
        if (runbook === name) set({ operationId });
        else if (runbook === get().procedure?.preparedBy) {
          set({ preparationId: operationId, stop: 'prepare' });
        }
      },
      forget: () => {
        described += 1;
        set({ procedure: null, ...UNKNOWN, ...FRESH });
      },
    };
  });
  store.subscribe((state) => keepWizard(name, state));
  describeAfterPreparation(store);
  return store;
}

/** What a preparation brought to light changes the questions: they are described again. */
function describeAfterPreparation(store: WizardStore): void {
  let seen = '';
  const look = () => {
    const { preparationId } = store.getState();
    const status = preparationId && useOperations.getState().byId[preparationId]?.status;
    const now = status ? `${preparationId} ${status}` : '';
    if (now === seen) return;
    seen = now;
    if (status && status !== 'running') void store.getState().describe();
  };
  store.subscribe(look);
  useOperations.subscribe(look);
}

/** True for a stop that asks questions. */
function asksAt(procedure: Procedure | null, stop: string): boolean {
  if (stop.startsWith(SECTION)) return true;
  return stop === 'checks' && (procedure?.sections.some(isWithChecks) ?? false);
}

const isWithChecks = ({ place }: Procedure['sections'][number]) => place === 'withChecks';

/** What no longer holds when these questions are answered anew. */
function changed(
  { procedure, answerProblems, preparationId }: WizardState,
  questions: readonly string[],
): Pick<WizardState, 'answerProblems' | 'preparationId' | 'proposal'> {
  const isPreparedFor = (question: string) =>
    procedure === null || placeOf(procedure, question) === 'questions';
  return {
    answerProblems: answerProblems.filter(({ name }) => !questions.includes(name)),
    preparationId: questions.some(isPreparedFor) ? null : preparationId,
    proposal: null,
  };
}

function renewed(
  isMain: boolean,
  before: WizardState,
  plan: Proposal['plan'],
): Partial<Pick<WizardState, 'proposal' | 'preparation'>> {
  if (!plan) return {};
  if (isMain) return before.proposal ? { proposal: { ...before.proposal, plan } } : {};
  return before.preparation ? { preparation: { ...before.preparation, plan } } : {};
}
