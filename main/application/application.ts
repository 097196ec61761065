import { z } from 'zod';
import type { OperationHistory } from '../../contract/history';
import { failure, type Problem, type Result, success } from '../../contract/problem';
import type { Remains } from '../../contract/remains';
import { text } from '../../contract/text/engine';
import { detect, PLAIN_LOOK } from '../detection/detect';
import { Operations } from '../engine/operations';
import type { Continuation } from '../engine/operations-options';
import { createRedactor, type Redactor } from '../engine/redact';
import type { ServerHost, StateStore } from '../host/ports';
import { createServer, type Server } from '../host/server';
import { remainsOfSetUp } from '../runbooks/set-up/remains';
import { readers } from '../vendor/readers';
import { Events } from './events';
import { createLoadHistory, type LoadHistory } from './load-history';
import { askedOf, historyOf } from './operation-history';
import { goingOnForbidden } from './policies';
import { orThrow } from './problem-error';
import { type ApproveDestructive, Procedures } from './procedures';
import { createSecretStore, type SecretStore } from './secret-store';
import { snapshotOf } from './snapshot';

const bootSchema = z.object({ bootId: z.string() });
const pendingSchema = z.object({ pendingRestart: z.boolean() });

export interface ApplicationOptions {
  host: ServerHost;
  store: StateStore;
  /** Set when the state folder can not be trusted; nothing is changed then. */
  stateProblem: Problem | null;
  continuation: Continuation;
  approveDestructive: ApproveDestructive;
  /** `window` or `psm`, for the holder of the lock. */
  program: string;
}

/** The program without a face: what window and command line share. */
export interface Application {
  server: Server;
  store: StateStore;
  stateProblem: Problem | null;
  redactor: Redactor;
  secrets: SecretStore;
  procedures: Procedures;
  operations: Operations;
  events: Events;
  load: LoadHistory;
  /** What an operation that stopped half-way left here, and the ways on. */
  remains(operationId: string): Promise<Result<Remains>>;
  /** What an operation was asked to do, and what changed on the server since. */
  history(operationId: string): Promise<Result<OperationHistory>>;
}

/** Why nothing can be told of an operation although it is listed; null when its journal is whole. */
export function damagedJournal(
  operations: Pick<Operations, 'list'>,
  operationId: string,
): Problem | null {
  const listed = operations.list().find(({ id }) => id === operationId);
  if (listed?.runbook !== '') return null;
  return { ...text.journalDamaged(operationId), toolWords: [], code: 'journalDamaged' };
}

export function createApplication(options: ApplicationOptions): Application {
  const { host, store, stateProblem, continuation, approveDestructive, program } = options;
  const server = createServer(host);
  const redactor = createRedactor();
  const secrets = createSecretStore(redactor);
  const events = new Events();
  const readBootId = async () =>
    orThrow(await server.scripts.run('read-server', {}, bootSchema, 120)).bootId;
  const operations: Operations = new Operations({
    server,
    readers,
    store,
    redactor,
    continuation,
    refusal: stateProblem,
    user: host.places.user,
    program,
    bootId: readBootId,
    restartPending: async () => {
      const activity = await server.scripts.run('read-activity', {}, pendingSchema, 120);
      // What could not be looked at holds nobody up: the proof tells.
      return activity.ok && activity.value.pendingRestart;
    },
    forbidden: (id) =>
      goingOnForbidden(askedOf(operations.records(id)), server.registry, (name, answers) =>
        procedures.describeEarlier(name, answers),
      ),
    lookAtServer: async () => {
      const facts = await detect(server, PLAIN_LOOK);
      // What can't be told is left out: an operation that worked does not fail for it.
      return facts.ok ? snapshotOf(facts.value) : null;
    },
    onChange: (state) => {
      if (state.status !== 'running') procedures.forgetGlances();
      events.emit('operation.changed', state);
    },
    onLines: (operationId, lines) =>
      events.emit('operation.lines', { operationId, lines: [...lines] }),
  });
  const procedures = new Procedures({ server, operations, secrets, approveDestructive });
  return {
    server,
    store,
    stateProblem,
    redactor,
    secrets,
    procedures,
    operations,
    events,
    load: createLoadHistory(server, procedures),
    remains: async (operationId) => {
      const facts = await procedures.detect();
      return facts.ok ? success(remainsOfSetUp(facts.value, operations.state(operationId))) : facts;
    },
    history: async (operationId) => {
      const damaged = damagedJournal(operations, operationId);
      if (damaged) return failure(damaged);
      const facts = await procedures.detect();
      if (!facts.ok) return facts;
      return historyOf(operations.records(operationId), facts.value, (name, answers) =>
        procedures.describeEarlier(name, answers),
      );
    },
  };
}
