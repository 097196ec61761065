import { z } from 'zod';
import { makeStandIn } from '../products/stand-in';

const megabyte = 1024 * 1024;
const usualSeconds = 60;

/** One address of the simulated internet and what it answers. */
export const downloadSchema = z.strictObject({
  address: z.url({ protocol: /^https$/ }),
  redirectTo: z.string().nullable().default(null),
  /** The set-up file it gives. */
  file: z
    .strictObject({
      version: z.string(),
      signature: z.enum(['valid', 'unsigned', 'untrusted']).default('valid'),
      sizeMb: z.number().positive().default(4),
      /** One byte was changed after it was signed. */
      changed: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** Another HTTP status than that of a file or a redirect. */
  status: z.number().int().min(400).max(599).nullable().default(null),
  /** The connection breaks when so much of the whole file has come over it. */
  cutAfterPercent: z.number().min(0).max(99).nullable().default(null),
  /** Asked for the rest, it gives another part of the file than was asked for. */
  otherRange: z.boolean().default(false),
  /** How many connections break. */
  times: z.number().int().nonnegative().default(1),
  /** Its ETag, quotes and all; null for one made from the version. */
  validator: z.string().nullable().default(null),
  /** In simulated seconds; null when the file is to take about a minute. */
  speedMbPerSecond: z.number().positive().nullable().default(null),
});
export type Download = z.output<typeof downloadSchema>;
export type DownloadFile = NonNullable<Download['file']>;

const offered = (version: string) =>
  `https://download.microsoft.com/download/asr/${version}/MicrosoftAzureSiteRecoveryUnifiedSetup.exe`;

/** What the internet of every scenario has. */
const usual: readonly Download[] = [
  { address: 'https://aka.ms/unifiedinstaller_weu', redirectTo: offered('9.55') },
  { address: offered('9.55'), file: { version: '9.55.6765.1' } },
  { address: 'https://aka.ms/unifiedinstaller_newest', redirectTo: offered('9.63') },
  { address: offered('9.63'), file: { version: '9.63.1.1' } },
  {
    address: 'https://aka.ms/unifiedinstaller_elsewhere',
    redirectTo: 'https://downloads.contoso.test/setup.exe',
  },
  {
    address: 'https://downloads.contoso.test/setup.exe',
    file: { version: '9.55.6765.1', signature: 'untrusted' },
  },
].map((one) => downloadSchema.parse(one));

/** The usual addresses, with those of the scenario in place of the same ones and besides them. */
export function withUsualDownloads(own: readonly Download[]): Download[] {
  const isReplaced = ({ address }: Download) => own.some((one) => one.address === address);
  return [...usual.filter((one) => !isReplaced(one)), ...own];
}

/** The bytes of the file, the same each time. */
export function downloadContent({ version, signature, sizeMb, changed }: DownloadFile): Uint8Array {
  const standIn = makeStandIn(
    { kind: 'selfExtractor', name: 'setup', version, signature },
    Math.round(sizeMb * megabyte),
  );
  if (changed) standIn[standIn.length - 1] = 0;
  return standIn;
}

/** The name of that content: while it stays the same, a download can be gone on with. */
export function validatorOf({ validator, file }: Download): string {
  return validator ?? `"${file?.version ?? ''}"`;
}

/** Bytes that come in one simulated second. */
export function bytesPerSecond({ speedMbPerSecond }: Download, size: number): number {
  const speed = speedMbPerSecond === null ? size / usualSeconds : speedMbPerSecond * megabyte;
  return Math.max(1, Math.ceil(speed));
}
