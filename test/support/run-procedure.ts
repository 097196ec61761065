import type { OperationState } from '../../contract/operation';
import type { Plan } from '../../contract/plan';
import type { Proposal } from '../../contract/runbook';
import type { Application } from '../../main/application/application';
import { samplePassphrase } from '../../practice';

export const SAMPLE_PROXY_PASSWORD = 'Practice-Proxy-01';

export function enterSecrets({ secrets }: Application, passphrase = samplePassphrase): void {
  secrets.enter('passphrase', passphrase);
  secrets.enter('proxyPassword', SAMPLE_PROXY_PASSWORD);
}

export async function propose(
  { procedures }: Application,
  name: string,
  answers: Readonly<Record<string, string>>,
): Promise<Proposal> {
  const proposal = await procedures.propose(name, answers);
  if (!proposal.ok) throw new Error(proposal.problem.what);
  return proposal.value;
}

export async function proposePlan(
  application: Application,
  name: string,
  answers: Readonly<Record<string, string>>,
): Promise<Plan> {
  const { plan, problems, preconditions } = await propose(application, name, answers);
  if (!plan) throw new Error(`No plan: ${JSON.stringify([problems, preconditions])}`);
  return plan;
}

/** Approves and applies a procedure and waits for its end. */
export async function applyProcedure(
  application: Application,
  name: string,
  answers: Readonly<Record<string, string>>,
): Promise<OperationState> {
  const plan = await proposePlan(application, name, answers);
  const approval = { planId: plan.id, hash: plan.hash };
  const started = await application.procedures.apply(name, answers, plan, approval);
  if (!started.ok) throw new Error(started.value.problem.what);
  await started.value.ended;
  return application.operations.state(started.value.operationId);
}

/** Goes on with an operation and waits for its end. */
export async function takeUp(
  application: Application,
  state: OperationState,
): Promise<OperationState> {
  const started = await application.operations.takeUp(state.id, application.secrets.all());
  if (!started.ok) throw new Error(started.problem.what);
  await started.value.ended;
  return application.operations.state(state.id);
}

export const stepOf = (state: OperationState, id: string) => {
  const step = state.steps.find((one) => one.id === id);
  if (!step) throw new Error(`No step ${id}.`);
  return step;
};
