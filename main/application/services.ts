import { goesOnAlone } from '../../contract/goes-on-alone';
import type { AppState, PracticeState } from '../../contract/ipc';
import type { OperationState } from '../../contract/operation';
import type { Result } from '../../contract/problem';
import type { Started } from '../../contract/runbook';
import { text } from '../../contract/text/engine';
import type { StartedOperation } from '../engine/operations-options';
import { htmlReport } from '../reports/html-report';
import type { Services } from '../services';
import type { Application } from './application';
import type { ShownPlan } from './documents';
import { orThrow, ProblemError } from './problem-error';

/** What only a practice server can do. */
export interface PracticeControl {
  state(): Promise<PracticeState>;
  reset(scenario: string, timeFactor: number | null): Promise<void>;
  restart(): Promise<void>;
}

export interface ServicesOptions {
  application: Application;
  practice: PracticeControl | null;
  product: Pick<AppState, 'product' | 'version' | 'runtime'>;
  /** The text of a shipped script. */
  readScript(name: string): string;
}

const PLANS_KEPT = 20;
/** How long closing the window waits for a step that is being cancelled. */
const CLOSE_LIMIT_MS = 15_000;

/** The requests of a window, answered by the application. */
export function createServices({
  application,
  practice,
  product,
  readScript,
}: ServicesOptions): Services {
  const { procedures, operations, secrets, events, stateProblem } = application;
  let ending: Promise<unknown> = Promise.resolve();
  const shown = new Map<string, ShownPlan>();
  /** Files that were chosen in main's own dialog: a page can name no other place of the disk. */
  const accepted = new Set<string>();
  const isAccepted = (path: string) => accepted.has(path.toLowerCase());

  const watch = (started: StartedOperation) => {
    const tell = () => events.emit('server.changed', null);
    ending = started.ended.then(tell, tell);
    return { started: true as const, operationId: started.operationId };
  };
  const answerStart = (result: Result<StartedOperation>): Started =>
    result.ok
      ? watch(result.value)
      : { started: false, problem: result.problem, differences: [], newPlan: null };
  const refuseWithoutState = () => {
    if (stateProblem) throw new ProblemError(stateProblem);
  };

  const ready = operations.recover(secrets.all()).then((adopted) => {
    if (adopted) watch(adopted);
  });

  return {
    handlers: {
      'app.state': async () => ({
        ...product,
        practice: practice ? await practice.state() : null,
        isAdministrator: orThrow(await procedures.detect()).isAdministrator,
        stateProblem,
      }),
      'server.detect': async () => orThrow(await procedures.detect()),
      'server.load': () => application.load.read(),
      'procedure.describe': async ({ name, answers }) =>
        orThrow(await procedures.describe(name, answers, isAccepted)),
      'procedure.test': async ({ name, question, answers }) =>
        orThrow(await procedures.test(name, question, answers)),
      'procedure.propose': async ({ name, answers, fresh }) => {
        const proposal = orThrow(
          await procedures.propose(name, answers, { fresh, mayName: isAccepted }),
        );
        if (proposal.plan) {
          shown.set(proposal.plan.hash, { plan: proposal.plan, answers });
          if (shown.size > PLANS_KEPT) shown.delete([...shown.keys()][0] ?? '');
        }
        return proposal;
      },
      'procedure.apply': async ({ name, answers, approval }) => {
        refuseWithoutState();
        await ready;
        const approved = shown.get(approval.hash)?.plan ?? null;
        const result = await procedures.apply(name, answers, approved, approval, isAccepted);
        if (result.ok) return watch(result.value);
        const { newPlan } = result.value;
        if (newPlan) shown.set(newPlan.hash, { plan: newPlan, answers });
        return { started: false, ...result.value };
      },
      'reference.read': async () => {
        const { argumentReference, exitCodeReference } = await import('./reference');
        return { arguments: [...argumentReference], exitCodes: [...exitCodeReference] };
      },
      'commandLine.explain': async ({ text: pasted }) =>
        (await import('./reference')).explain(pasted),
      'scripts.read': async ({ names }) => names.map((name) => ({ name, text: readScript(name) })),
      'secret.enter': async ({ name, value }) => {
        secrets.enter(name, value);
        return true;
      },
      'operation.current': async () => {
        await ready;
        return operations.current();
      },
      'operation.subscribe': async ({ operationId, fromSeq }) => ({
        state: operations.state(operationId),
        lines: operations.lines(operationId, fromSeq),
      }),
      'operation.cancel': async ({ operationId }) => operations.cancel(operationId),
      'operation.retry': async ({ operationId }) => {
        refuseWithoutState();
        return answerStart(await operations.takeUp(operationId, secrets.all()));
      },
      'operation.resume': async ({ operationId }) => {
        refuseWithoutState();
        return answerStart(await operations.takeUp(operationId, secrets.all()));
      },
      'operation.stop': async ({ operationId }) => {
        refuseWithoutState();
        return orThrow(await operations.stop(operationId));
      },
      'operation.undo': async ({ operationId }) => {
        refuseWithoutState();
        return answerStart(await operations.undo(operationId, secrets.all()));
      },
      'operation.remains': async ({ operationId }) =>
        orThrow(await application.remains(operationId)),
      'operation.history': async ({ operationId }) =>
        orThrow(await application.history(operationId)),
      'operation.report': async ({ operationId }) =>
        writeReport(application, operations.state(operationId)),
      'operation.list': async () => operations.list(),
      'practice.state': async () => (practice ? practice.state() : null),
      'practice.reset': async ({ scenario, timeFactor }) => {
        if (!practice || operations.isBusy()) return false;
        await practice.reset(scenario, timeFactor);
        secrets.forget();
        application.load.forget();
        procedures.forgetGlances();
        events.emit('server.changed', null);
        return true;
      },
      'practice.restart': async () => {
        if (!practice || operations.isBusy()) return false;
        await practice.restart();
        procedures.forgetGlances();
        events.emit('server.changed', null);
        return true;
      },
    },
    acceptSetupFile: (path) => {
      accepted.add(path.toLowerCase());
      return path;
    },
    answerFile: async (name, answers) => {
      const procedure = orThrow(await procedures.describe(name, answers, isAccepted));
      return (await import('./documents')).answerDocuments(procedure, answers);
    },
    planScripts: async (hash) => {
      const known = shown.get(hash);
      if (!known) throw new ProblemError({ ...text.approvalMismatch, toolWords: [], code: null });
      const { planDocuments } = await import('./documents');
      return planDocuments(known, procedures, isAccepted, readScript);
    },
    on: (name, listener) => events.on(name, listener),
    titleAtWork: () =>
      operations.isBusy() ? (operations.current()?.plan.body.title ?? null) : null,
    close: async () => {
      await ready;
      const running = operations.isBusy() ? operations.current() : null;
      const index = running?.steps.findIndex(({ status }) => status === 'running') ?? -1;
      const step = running?.plan.body.steps[index];
      // A tool that outlives this program is left to its step host; anything else ends in order, so
      // that no secret stays behind.
      if (!running || (step && goesOnAlone(step))) return;
      operations.cancel(running.id);
      await Promise.race([ending, new Promise((done) => setTimeout(done, CLOSE_LIMIT_MS))]);
    },
  };
}

/** Writes the report of an operation beside its journal and returns the local path. */
export function writeReport(application: Application, state: OperationState): string {
  const page = htmlReport(state, application.server.kind === 'practice');
  return application.store.writeDocument(state.id, 'report.html', page);
}
