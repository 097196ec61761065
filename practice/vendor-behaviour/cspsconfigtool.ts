export interface ConfigToolRequest {
  /** False when the tool shows a message box and ends. */
  parserAccepted: boolean;
  options: Record<string, string>;
  messages: string[];
}

/**
 * Reads cspsconfigtool's arguments (the program's name left out). A token with `-` is an option
 * whose value is the next token unless that is an option too; either way the token after it is
 * passed over. Only `-EnableInstallerMode` is known, everything without `-` is ignored (observed in
 * runs of the vendor's code).
 */
export function readConfigToolArguments(argv: readonly string[]): ConfigToolRequest {
  const options: Record<string, string> = {};
  for (let at = 0; at < argv.length; at += 1) {
    const token = argv[at] ?? '';
    if (!token.startsWith('-')) continue;
    const next = argv[at + 1];
    options[token] = next === undefined || next.startsWith('-') ? 'True' : next;
    at += 1;
  }
  const parserAccepted = Object.keys(options).every(
    (name) => name.toLowerCase() === '-enableinstallermode',
  );
  const messages = parserAccepted ? [] : ['message box: Invalid command line option (tool ends)'];
  return { parserAccepted, options, messages };
}
