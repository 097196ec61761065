import { decideSetup, type SetupDecision } from '../vendor-behaviour/decide-setup';
import type { SetupEnvironment } from '../vendor-behaviour/setup-environment';

/** No argument holds this letter: it makes a name unknown and is taken out of every text again. */
const unknownMark = '\ue000';

/** What set-up decides about its arguments. `unknown`: parameters this build doesn't know. */
export function decide(
  args: readonly string[],
  environment: SetupEnvironment,
  unknown: readonly string[],
): SetupDecision {
  const names = unknown.map((name) => name.toLowerCase());
  const marked = args.map((argument) =>
    /^[/-]/.test(argument) && names.includes(argument.slice(1).toLowerCase())
      ? `${argument}${unknownMark}`
      : argument,
  );
  const decision = decideSetup(['UNIFIEDSETUP.EXE', ...marked], environment);
  const plain = (text: string) => text.replaceAll(unknownMark, '');
  return {
    ...decision,
    parserError: decision.parserError === null ? null : plain(decision.parserError),
    logMessages: decision.logMessages.map((message) => ({ ...message, text: plain(message.text) })),
  };
}
