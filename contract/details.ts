import { z } from 'zod';

/** What one backup made before a change holds. */
export const keptBackupSchema = z.object({
  /** The operation that made it. */
  id: z.string(),
  folder: z.string(),
  /** Title of the procedure it was made for. */
  madeFor: z.string(),
  madeAt: z.string(),
  files: z.array(z.object({ path: z.string(), keptAs: z.string().nullable() })),
  registry: z.array(
    z.object({ view: z.enum(['32', '64']), key: z.string(), keptAs: z.string().nullable() }),
  ),
});
export type KeptBackup = z.infer<typeof keptBackupSchema>;

const proxySettingSchema = z.object({
  server: z.string(),
  port: z.string(),
  user: z.string(),
  bypass: z.string(),
});
/** A proxy as one place keeps it. The password is never read. */
export type ProxySetting = z.infer<typeof proxySettingSchema>;

/** What the places with a proxy setting say; null where a place is not there. */
export const agentProxySchema = z.object({
  /** What Get-OBMachineSetting answers; null when the agent is not installed. */
  agent: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('proxy'), setting: proxySettingSchema }),
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('unknown'), why: z.string() }),
    ])
    .nullable(),
  /** Beside the process server. Only the window of set-up writes it; a silent run leaves it out. */
  processServer: proxySettingSchema.nullable(),
  /** The configuration server's own place. Nothing writes it on a process server alone. */
  configurationServer: proxySettingSchema.nullable(),
  /** The proxy of Windows for services (WinHTTP), as text; `none`; null when it can't be read. */
  services: z.string().nullable(),
  /** Where this server signs in to Azure, as its registration says; null when it does not. */
  signInAddress: z.string().nullable(),
});
export type AgentProxyFacts = z.infer<typeof agentProxySchema>;

/**
 * Facts that only some procedures need and that take time to learn: looked at for those alone. What
 * nobody asked for is left out.
 */
export const serverDetailsSchema = z.object({
  backups: z.array(keptBackupSchema).optional(),
  agentProxy: agentProxySchema.optional(),
});
export type ServerDetails = z.infer<typeof serverDetailsSchema>;
export type DetailName = keyof ServerDetails;
