import type { DriveFact, ServerFacts } from '../../../contract/facts';
import type { Finding, Question } from '../../../contract/runbook';
import { text } from '../../../contract/text/set-up-procedure';

const words = text.findings;
const GB = 1024 ** 3;
const CACHE_GB = 600;

const isUsable = (drive: DriveFact) =>
  drive.kind === 'fixed' && drive.fileSystem?.toUpperCase() === 'NTFS';
const gigabytes = (bytes: number | null) =>
  bytes === null ? words.unknownSize : `${Math.floor(bytes / GB)} GB`;

/** Drives that set-up can use, the one with most room first. */
function usableDrives(facts: ServerFacts): DriveFact[] {
  return facts.drives
    .filter(isUsable)
    .sort((a, b) => (b.freeBytes ?? 0) - (a.freeBytes ?? 0) || a.letter.localeCompare(b.letter));
}

/** Where the earlier installation is, else a folder on the drive with most room for the cache. */
export function suggestedFolder(facts: ServerFacts): string {
  const there = facts.configuration.installFolder;
  return there ?? `${usableDrives(facts)[0]?.letter ?? 'D:'}\\ASR`;
}

/** Folders offered beside the question, one for each usable drive. */
export function drivePicks(facts: ServerFacts): Question['choices'] {
  return usableDrives(facts).map(({ letter, freeBytes }) => {
    const folder = `${letter}\\ASR`;
    return { value: folder, label: words.drivePick(folder, gigabytes(freeBytes)), hint: '' };
  });
}

function driveFinding(drive: DriveFact): Finding {
  const { letter, kind, fileSystem, freeBytes, sizeBytes } = drive;
  const value = words.driveValue(
    words.driveKinds[kind],
    fileSystem ?? words.driveUnknown,
    gigabytes(freeBytes),
    gigabytes(sizeBytes),
  );
  const label = words.drive(letter);
  if (!isUsable(drive)) return { label, value, isGood: false };
  const fits = Math.floor((freeBytes ?? 0) / GB) >= CACHE_GB;
  return { label, value: fits ? words.driveFits(value) : words.driveSmall(value), isGood: fits };
}

const neutral = (label: string, value: string): Finding => ({ label, value, isGood: null });

/** What was detected, by the section whose questions it helps to answer. */
export function findingsOf(facts: ServerFacts): Readonly<Record<string, Finding[]>> {
  const kept = facts.packages.filter(({ state }) => state === 'verified').length;
  const { csAddress } = facts.configuration;
  const tools = facts.products.vmwareTools;
  const { systemProxy } = facts.prerequisites;
  return {
    setupFile: [neutral(words.keptLabel, kept === 0 ? words.keptNone : words.kept(kept))],
    configurationServer: [
      neutral(
        words.installedServer,
        csAddress === null ? words.csNone : words.csInstalled(csAddress),
      ),
    ],
    internet: [neutral(words.systemProxy, systemProxy ?? words.systemProxyNone)],
    environment: [
      { label: words.tools, value: tools ?? words.toolsMissing, isGood: tools !== null },
    ],
    installLocation: facts.drives.map(driveFinding),
    network: [
      ...facts.addresses.map(({ address, adapter, dhcp }) => ({
        label: words.card(adapter),
        value: dhcp ? words.dhcp(address) : words.static(address),
        isGood: dhcp ? false : null,
      })),
      neutral(words.ports, facts.portsInUse.join(', ')),
    ],
  };
}
