import { z } from 'zod';
import { checkSchema } from './check';
import { listProgramSchema, wantedRowSchema } from './list-program';

/** Text of a file to be written; a secret is named here and filled in only while writing. */
const contentPartSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ secret: z.string() }),
]);
export type ContentPart = z.infer<typeof contentPartSchema>;

/** What a person enters in a window that a program shows, while the program runs. */
export const toolWindowSchema = z.object({
  /** In the order of the window; a value of null is one that only the person knows: a secret. */
  values: z.array(z.object({ label: z.string(), value: z.string().nullable(), hint: z.string() })),
  /** Files that the program writes anew when, and only when, the person saved with success. */
  writes: z.array(z.string()).min(1),
});
export type ToolWindow = z.infer<typeof toolWindowSchema>;

/** Everything a step can do to a server. Plain data: the engine gives it life. */
export const stepActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('run'),
    file: z.string(),
    args: z.array(z.string()),
    cwd: z.string(),
    timeoutSeconds: z.number().positive(),
    /** The tool must outlive this program: it runs under the step host. */
    survives: z.boolean(),
    /** Which vendor reader turns output, log and exit code into a judgement. */
    reader: z.string(),
    /** A log that tells more than the tool's own output; followed while the tool runs. */
    log: z.string().nullable(),
    /** Where the tool's output is kept when its reader found it good. */
    keepOutputAs: z.string().optional(),
    /**
     * The tool has a window of its own and is never ended from here. The step ends when it saved
     * (`writes`, and the checks of the step), or when its window was closed without.
     */
    window: toolWindowSchema.optional(),
  }),
  z.object({
    kind: z.literal('script'),
    script: z.string(),
    input: z.record(z.string(), z.string()),
    /** Field of the script's input → name of the secret that fills it. */
    secretInput: z.record(z.string(), z.string()),
    reader: z.string(),
    timeoutSeconds: z.number().positive(),
  }),
  z.object({
    kind: z.literal('protectedFolder'),
    path: z.string(),
    /** Removed again in every ending, when this plan made it. */
    temporary: z.boolean(),
  }),
  z.object({ kind: z.literal('copyFile'), from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('writeFile'),
    path: z.string(),
    content: z.array(contentPartSchema),
    /** Deleted, or put back as it was, in every ending. */
    temporary: z.boolean(),
    keepOriginalAs: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('recordVerified'),
    path: z.string(),
    recordPath: z.string(),
    script: z.string(),
    reader: z.string(),
  }),
  /** Keeps names, sizes and SHA-256 of all files of a folder. */
  z.object({ kind: z.literal('recordFolder'), path: z.string(), recordPath: z.string() }),
  /**
   * Fetches a file over https, going on where an earlier try ended. Every redirect has to lead to
   * one of the hosts (`*.` at the beginning stands for any one below it).
   */
  z.object({
    kind: z.literal('download'),
    address: z.string(),
    allowedHosts: z.array(z.string()),
    path: z.string(),
    /** Where what is known of the file is kept: address, size, SHA-256, day. */
    recordPath: z.string(),
    expectedSha256: z.string().nullable(),
    script: z.string(),
    input: z.record(z.string(), z.string()),
    secretInput: z.record(z.string(), z.string()),
    timeoutSeconds: z.number().positive(),
  }),
  /** Removes a file or a folder with all that is in it; it has to lie below `within`. */
  z.object({ kind: z.literal('remove'), path: z.string(), within: z.string() }),
  /** Starts or stops one service and waits until it is as ordered. */
  z.object({
    kind: z.literal('service'),
    service: z.string(),
    order: z.enum(['start', 'stop']),
    seconds: z.number().positive(),
  }),
  /** Sets how Windows starts a service, and reads it back. */
  z.object({
    kind: z.literal('startType'),
    service: z.string(),
    startType: z.enum(['automatic', 'delayed', 'manual', 'disabled']),
  }),
  /**
   * Keeps files, folders and registry keys as they are, with a record of what was kept, in a folder
   * of this operation below `folder`. What is not there is recorded as such.
   */
  z.object({
    kind: z.literal('backUp'),
    folder: z.string(),
    files: z.array(z.string()),
    registry: z.array(z.object({ view: z.enum(['32', '64']), key: z.string() })),
  }),
  /** Puts back, or removes, what earlier steps of this plan placed there for a while. */
  z.object({ kind: z.literal('putBack'), paths: z.array(z.string()) }),
  /**
   * Gives one setting of a configuration file another value and leaves every other byte of it alone.
   * The file has to hold `from`, or `to` already.
   */
  z.object({
    kind: z.literal('changeSetting'),
    path: z.string(),
    /** Which reader knows the form of the file. */
    reader: z.string(),
    setting: z.string(),
    from: z.string(),
    to: z.string(),
  }),
  /**
   * Runs the uninstaller of a program and waits until its entry and its uninstaller are gone: it may
   * return before it is done. What it leaves of its folder is told, and is no failure.
   */
  z.object({
    kind: z.literal('uninstall'),
    displayName: z.string(),
    /** Programs that it removes by itself without waiting for them: they are waited for as well. */
    alsoGoes: z.array(z.string()),
    file: z.string(),
    args: z.array(z.string()),
    cwd: z.string(),
    timeoutSeconds: z.number().positive(),
    /** How long all that may take after the uninstaller has returned. */
    waitSeconds: z.number().positive(),
    reader: z.string(),
    log: z.string().nullable(),
  }),
  /**
   * Starts a program that prints a list and asks which row is meant, and answers with the number of
   * the one row that says all of `choose` in the list that was just printed. Where there is not
   * exactly one, it is ended without an answer.
   */
  z.object({
    kind: z.literal('chooseRow'),
    program: listProgramSchema,
    choose: wantedRowSchema,
  }),
  /** Puts a kept file in its place, whose folder is made when it is gone. */
  z.object({ kind: z.literal('restoreFile'), from: z.string(), to: z.string() }),
  /** Brings what a backup kept of a key back into the registry. */
  z.object({
    kind: z.literal('importKey'),
    view: z.enum(['32', '64']),
    key: z.string(),
    file: z.string(),
  }),
  /** Removes values, or keys with all in them, at or below one key. */
  z.object({
    kind: z.literal('removeRegistry'),
    view: z.enum(['32', '64']),
    within: z.string(),
    entries: z.array(z.object({ key: z.string(), name: z.string().nullable() })),
  }),
  z.object({ kind: z.literal('prove') }),
]);
export type StepAction = z.infer<typeof stepActionSchema>;

const touchesSchema = z.object({
  files: z.array(z.string()),
  registry: z.array(z.string()),
  services: z.array(z.string()),
});

const undoSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), because: z.string() }),
  z.object({ kind: z.literal('automatic'), how: z.string() }),
  /** Done when the admin asks for it, and proven like a step. */
  z.object({
    kind: z.literal('action'),
    how: z.string(),
    action: stepActionSchema,
    checks: z.array(checkSchema),
  }),
]);

export const cancelRuleSchema = z.enum(['now', 'boundary', 'never']);
export type CancelRule = z.infer<typeof cancelRuleSchema>;

export const planStepSchema = z.object({
  id: z.string(),
  title: z.string(),
  reason: z.string(),
  action: stepActionSchema,
  touches: touchesSchema,
  usualSeconds: z.number().nonnegative(),
  cancel: cancelRuleSchema,
  undo: undoSchema,
  restart: z.enum(['no', 'maybe', 'yes']),
  checks: z.array(checkSchema),
  /** When all of these hold before the step begins, it is left out. Empty: it is never left out. */
  skipWhen: z.array(checkSchema),
  /** Steps that need what this one makes for a while; it is made again only for one of those. */
  supports: z.array(z.string()),
  /** Left out when all of these steps found nothing to do. */
  follows: z.array(z.string()),
  /**
   * Its checks hold before it as well, so they do not tell whether it was done: begun and cut off,
   * it is done again.
   */
  isRepeated: z.boolean().optional(),
  /** What to do when its checks do not hold, where a retry alone does not help. */
  whenNotProven: z.string().optional(),
  /** Must hold before a step whose tool died may be run a second time. */
  rerunChecks: z.array(checkSchema),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const planBodySchema = z.object({
  runbook: z.string(),
  title: z.string(),
  verb: z.string(),
  serverName: z.string(),
  destructive: z.boolean(),
  steps: z.array(planStepSchema),
  /** Facts worth reading before approval, in plain words. */
  notes: z.array(z.string()),
  /**
   * What is to be known or done once it is done, and can not be proven from this server. `{time}` in it stands for the time of day so many
   * minutes after the end.
   */
  afterwards: z.array(z.object({ text: z.string(), minutes: z.number().nonnegative() })).optional(),
});
export type PlanBody = z.infer<typeof planBodySchema>;

/** What the admin approves: nothing in it can change, and `hash` is over all of `body`. */
export const planSchema = z.object({ id: z.string(), hash: z.string(), body: planBodySchema });
export type Plan = Readonly<z.infer<typeof planSchema>>;

export const approvalSchema = z.object({ planId: z.string(), hash: z.string() });
export type Approval = z.infer<typeof approvalSchema>;

/** Names of the secrets that a step puts to use. */
export function secretsOf(step: PlanStep): string[] {
  const { action } = step;
  if (action.kind === 'script' || action.kind === 'download') {
    return Object.values(action.secretInput);
  }
  if (action.kind === 'writeFile') {
    return action.content.flatMap((part) => ('secret' in part ? [part.secret] : []));
  }
  return [];
}
