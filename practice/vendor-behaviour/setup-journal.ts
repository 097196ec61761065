/** One entry of the set-up log; `console` when the set-up program prints it to the console too. */
export interface SetupMessage {
  text: string;
  console: boolean;
}

/** Collects what the set-up program says while it decides, in the order it says it. */
export class SetupJournal {
  readonly messages: SetupMessage[] = [];
  /** The texts that explain a refusal, in order. */
  readonly decisive: string[] = [];

  /** Goes to the log only. */
  trace(...texts: string[]): void {
    for (const text of texts) this.messages.push({ text, console: false });
  }

  /** Goes to the log and the console. */
  print(text: string): void {
    this.messages.push({ text, console: true });
  }

  /** Goes to the log and the console, and explains a refusal. */
  explain(text: string): void {
    this.decisive.push(text);
    this.print(text);
  }
}
