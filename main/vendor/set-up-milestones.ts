import { text } from '../../contract/text/set-up';

export type MilestoneName = keyof typeof text.milestones;

export interface Milestone {
  name: MilestoneName;
  /** In words, for the screen. */
  words: string;
  /** Share of the whole run that is over when it comes, 0 to 1. */
  fraction: number;
}

const SAYS: readonly { says: RegExp; fraction: number; name: MilestoneName }[] = [
  { says: /^Validating connection passphrase/, fraction: 0.01, name: 'passphrase' },
  {
    says: /^Currently: Installing third-party components/,
    fraction: 0.03,
    name: 'dependencies',
  },
  { says: /^Currently: Installing the process server/, fraction: 0.25, name: 'processServer' },
  {
    says: /^Currently: Installing the master target server/,
    fraction: 0.47,
    name: 'masterTarget',
  },
  { says: /UnifiedAgentConfigurator\.exe/, fraction: 0.6, name: 'configureMasterTarget' },
  {
    says: /^Currently: Installing Microsoft Azure Recovery Service Agent/,
    fraction: 0.7,
    name: 'agent',
  },
  { says: /^Currently: Registering with service/, fraction: 0.8, name: 'registration' },
  { says: /^Setting up the proxy for the MARS agent/, fraction: 0.95, name: 'proxy' },
  { says: /^Application Ended/, fraction: 0.99, name: 'ending' },
];

/**
 * The milestone that a message of ASRUnifiedSetup.log tells (without its clock), or null.
 * Source: vendor source, WrapperSetup/Program.cs and ASRResources; seen in recorded logs.
 */
export function milestoneIn(message: string): Milestone | null {
  const found = SAYS.find(({ says }) => says.test(message));
  if (!found) return null;
  const { name, fraction } = found;
  return { name, fraction, words: text.milestones[name] };
}
