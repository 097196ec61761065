import type { Command } from 'commander';
import { z } from 'zod';
import { text } from '../../../contract/text/psm';

/** What a command does once the whole command line was understood; ends with the exit code. */
export type Run = () => Promise<number>;

/** Takes what the chosen command will do. */
export type Choose = (run: Run) => void;

const optionsSchema = z.object({
  json: z.boolean().optional(),
  practice: z.union([z.string(), z.boolean()]).optional(),
  timeFactor: z.string().optional(),
  stateFolder: z.string().optional(),
  practiceExecutables: z.boolean().optional(),
  answers: z.string().optional(),
  secret: z.array(z.string()).optional(),
  yes: z.boolean().optional(),
  approve: z.string().optional(),
  kind: z.string().optional(),
  diff: z.boolean().optional(),
  to: z.string().optional(),
});

/** The options of a command and of those above it. */
export const all = (command: Command) => optionsSchema.parse(command.optsWithGlobals());

const repeat = (value: string, before: string[]) => [...before, value];

/** Gives a command the options that every command has. */
export function withGlobals(command: Command): Command {
  return command
    .option('--json', text.options.json)
    .option('--practice [scenario]', text.options.practice)
    .option('--time-factor <number>', text.options.timeFactor)
    .option('--state-folder <folder>', text.options.stateFolder)
    .option('--practice-executables', text.options.executables);
}

export const withSecrets = (command: Command): Command =>
  command.option('--secret <name=@file>', text.options.secret, repeat, []);

export const withAnswers = (command: Command): Command =>
  command.option('--answers <file>', text.options.answers);

/** For the commands that answer the questions of a procedure. */
export const withInput = (command: Command): Command =>
  withSecrets(withAnswers(withGlobals(command)));
