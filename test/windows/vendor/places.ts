import { readFileSync, writeFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';

const BED = 'C:\\psm-bed';
const root = win32.join(BED, 'set-up');

/** Where the server of the end-to-end set-up has its things. */
export const places = {
  root,
  programData: win32.join(root, 'ProgramData'),
  setupFile: win32.join(root, 'Downloads', 'MicrosoftAzureSiteRecoveryUnifiedSetup.exe'),
  payload: win32.join(root, 'payload'),
  windows: win32.join(BED, 'windows'),
  forward: win32.join(BED, 'programs', 'forward.exe'),
  keeper: win32.join(BED, 'programs', 'keeper.exe'),
  node: win32.join(BED, 'node.exe'),
  standIn: win32.join(BED, 'out', 'psm', 'stand-in.js'),
  installFolder: 'D:\\ASR',
  /** What the stand-ins are to do, and what they were given. */
  orders: win32.join(root, 'orders.json'),
  received: win32.join(root, 'received.json'),
  setUpProcess: win32.join(root, 'set-up.pid'),
};

/** The files that set-up starts by bare name: all that lies in an unpacked package. */
export const PACKAGE_FILES = [
  'UNIFIEDSETUP.EXE',
  'ASRResources.dll',
  'ASRSetupFramework.dll',
  'cxcli.exe',
  'cxpsclient.exe',
  'SetMarsProxy.exe',
  'csgetfingerprint.exe',
  'UNIFIEDAGENT.EXE',
  'UnifiedAgentInstaller.exe',
  'UnifiedAgentMSI.msi',
  'MARSAgentInstaller.exe',
  'CX_THIRDPARTY_SETUP.EXE',
  'UCX_SERVER_SETUP.EXE',
];

const ordersSchema = z.object({
  address: z.string(),
  dataPort: z.number(),
  passphrase: z.string(),
  certificate: z.string(),
  certificateKey: z.string(),
  /** Milliseconds that each part takes. */
  partMs: z.number(),
  /** The exit code that the agent's installer ends with. */
  agentExit: z.number(),
});
export type Orders = z.infer<typeof ordersSchema>;

export const readOrders = (): Orders =>
  ordersSchema.parse(JSON.parse(readFileSync(places.orders, 'utf8')));

export const writeOrders = (orders: Orders): void =>
  writeFileSync(places.orders, JSON.stringify(orders));
