import type { z } from 'zod';
import type { ToolContext } from '../../runner/tool';

/** The simulated counterpart of one shipped script: its input object in, its value out. */
export type Script = (context: ToolContext, input: Record<string, unknown>) => Promise<object>;

/** What a script reports instead of a value: the exception it met. */
export class ScriptError extends Error {
  readonly type: string;

  constructor(message: string, type: string) {
    super(message);
    this.name = 'ScriptError';
    this.type = type;
  }
}

/** Makes a script of a function that wants its input in a certain form. */
export function script<Schema extends z.ZodType>(
  schema: Schema,
  run: (context: ToolContext, input: z.output<Schema>) => Promise<object>,
): Script {
  return (context, input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      throw new ScriptError(
        `Input is not valid: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
        'System.ArgumentException',
      );
    }
    return run(context, parsed.data);
  };
}
