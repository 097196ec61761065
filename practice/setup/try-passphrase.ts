import { joinServerPath } from '../../contract/server-path';
import { keepPassphrase } from '../products/connection';
import type { ToolOutcome } from '../runner/tool';
import type { SetupDecision } from '../vendor-behaviour/decide-setup';
import { findSetupFile, type SetupEnvironment } from '../vendor-behaviour/setup-environment';
import type { SetupMessage } from '../vendor-behaviour/setup-journal';
import { requireProgram, type SetupRun } from './run';

const attempts = 3;
const pauseSeconds = 5;
const announcement = 'Validating connection passphrase - attempt';
const outputFollows = 'csgetfingerprint.exe command output.';

/** True when the decision comes to the point where the configuration server is asked. */
export function asksConfigurationServer({ logMessages }: SetupDecision): boolean {
  return logMessages.some(({ text }) => text.startsWith(announcement));
}

/** What set-up says until it asks for the first time, and from there on. */
export function splitAtQuestion(messages: readonly SetupMessage[]) {
  const asked = messages.findIndex(({ text }) => text.startsWith(announcement)) + 2;
  return { before: messages.slice(0, asked), after: messages.slice(asked) };
}

/**
 * Copies the passphrase over the one that is kept and has csgetfingerprint try it, up to three
 * times. The old passphrase is gone, whatever the answer.
 */
export async function tryPassphrase(
  run: SetupRun,
  { params }: SetupDecision,
  environment: SetupEnvironment,
): Promise<ToolOutcome[]> {
  const content = findSetupFile(environment, params.PassphraseFilePath ?? '');
  if (content) await keepPassphrase(run.target, content);
  const name = 'csgetfingerprint.exe';
  const program = run.folder === null ? name : joinServerPath(run.folder, name);
  const outcomes: ToolOutcome[] = [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await requireProgram(run, program);
    const outcome = await run.context.start(program, ['-i', params.CSIP ?? '', '-p', '443']);
    outcomes.push(outcome);
    if (outcome.exit === 0) break;
    if (attempt < attempts) await run.context.wait(pauseSeconds);
  }
  return outcomes;
}

/** Puts what csgetfingerprint printed behind the lines that announce it. */
export function withOutput(
  messages: readonly SetupMessage[],
  outcomes: readonly ToolOutcome[],
): SetupMessage[] {
  const rest = [...outcomes];
  return messages.map((message, at) => {
    if (messages[at - 1]?.text !== outputFollows || message.text !== '') return message;
    const outcome = rest.shift();
    return { ...message, text: `${outcome?.output ?? ''}${outcome?.error ?? ''}`.trim() };
  });
}
