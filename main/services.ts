import type { EventName, RequestName } from '../contract/channels';
import type { EventPayload, RequestInput, RequestOutput } from '../contract/ipc';
import type { Plan } from '../contract/plan';
import type { Answers } from '../contract/runbook';

/** Requests that only the window side can answer; everything else is answered by `Services`. */
export type WindowRequest =
  | 'setupFiles.choose'
  | 'answers.save'
  | 'plan.export'
  | 'app.openDocumentation'
  | 'app.restartAsAdministrator';
export type ServiceRequest = Exclude<RequestName, WindowRequest>;

export type Handlers<N extends RequestName> = {
  [K in N]: (input: RequestInput<K>) => Promise<RequestOutput<K>>;
};

/** What the window side lends to the services. */
export interface NativeApproval {
  /** Asks in a native box of main that names server and plan; true when approved. */
  approveDestructive(plan: Plan): Promise<boolean>;
}

/** A file to be saved where the admin wants it. */
export interface Document {
  name: string;
  text: string;
}

/** Everything this program can do, the same for window and command line. */
export interface Services {
  handlers: Handlers<ServiceRequest>;
  /** Keeps a path chosen in main's own dialog; returns the answer that stands for it. */
  acceptSetupFile(path: string): string;
  /** The answer file of a procedure, and the schema that goes with it, ready to be saved. */
  answerFile(name: string, answers: Answers): Promise<Document[]>;
  /** The scripts that do by hand what a plan does; the plan has to be one that was shown. */
  planScripts(hash: string): Promise<Document[]>;
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  /** Title of the operation at work in this program; null while none is. */
  titleAtWork(): string | null;
  close(): Promise<void>;
}
