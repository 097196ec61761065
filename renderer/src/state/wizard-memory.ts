import { z } from 'zod';

/** What a wizard keeps over a reload of the window. Of secrets only the names. */
const keptSchema = z.object({
  stop: z.string(),
  /** Stops that were left by going on from them. */
  passed: z.array(z.string()).default([]),
  answers: z.record(z.string(), z.string()),
  secretsEntered: z.array(z.string()),
  operationId: z.string().nullable(),
  preparationId: z.string().nullable(),
});
export type KeptWizard = z.infer<typeof keptSchema>;

const key = (name: string) => `wizard:${name}`;

/** What was kept for this wizard in this window; null when nothing readable was. */
export function keptWizard(name: string): KeptWizard | null {
  const stored = sessionStorage.getItem(key(name));
  if (stored === null) return null;
  try {
    return keptSchema.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Keeps the wizard until the window is closed. */
export function keepWizard(name: string, wizard: KeptWizard): void {
  sessionStorage.setItem(key(name), JSON.stringify(keptSchema.parse(wizard)));
}
