/** Names of the requests a window can make. No schema here: the sandboxed preload imports this. */
export const REQUESTS = [
  'app.state',
  'app.restartAsAdministrator',
  'app.openDocumentation',
  'server.detect',
  'server.load',
  'setupFiles.choose',
  'procedure.describe',
  'procedure.propose',
  'procedure.test',
  'procedure.apply',
  'answers.save',
  'plan.export',
  'reference.read',
  'commandLine.explain',
  'scripts.read',
  'secret.enter',
  'operation.current',
  'operation.subscribe',
  'operation.cancel',
  'operation.retry',
  'operation.resume',
  'operation.stop',
  'operation.undo',
  'operation.remains',
  'operation.history',
  'operation.report',
  'operation.list',
  'practice.state',
  'practice.reset',
  'practice.restart',
] as const;
export type RequestName = (typeof REQUESTS)[number];

/** Names of the events main sends to a window. */
export const EVENTS = ['operation.changed', 'operation.lines', 'server.changed'] as const;
export type EventName = (typeof EVENTS)[number];

/** Before every request and event name on the wire. */
export const IPC_PREFIX = 'psm:';
