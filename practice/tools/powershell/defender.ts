import { newDefender } from '../../world/defender';
import type { Defender, World } from '../../world/schema';
import { ScriptError } from './script';

/** Microsoft Defender of this world. */
export const defenderOf = (world: World): Defender => world.defender ?? newDefender;

/** Ends the script as `Get-MpPreference` does when Defender isn't there or its service is off. */
export function requireDefender({ available, mode }: Defender): void {
  if (!available) {
    throw new ScriptError(
      "The term 'Get-MpPreference' is not recognized as the name of a cmdlet, function, script file, or operable program.",
      'System.Management.Automation.CommandNotFoundException',
    );
  }
  if (mode === 'Not running') {
    throw new ScriptError(
      'Operation failed with the following error: 0x800106ba',
      'Microsoft.Management.Infrastructure.CimException',
    );
  }
}
