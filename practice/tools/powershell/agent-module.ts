import { joinServerPath } from '../../../contract/server-path';
import { keys } from '../../products/keys';
import type { ToolContext } from '../../runner/tool';
import { readText } from '../../world/registry';
import { ScriptError } from './script';

/** Ends the script as an import of the agent's module does when the agent isn't there. */
export async function requireAgentModule(context: ToolContext): Promise<void> {
  const { registry, isAdministrator } = await context.world.read();
  if (!isAdministrator) {
    throw new ScriptError('Access is denied.', 'System.UnauthorizedAccessException');
  }
  const folder = readText(registry, keys.agentSetup, 'InstallPath');
  const module = joinServerPath(folder ?? '', 'bin\\Modules\\MSOnlineBackup\\MSOnlineBackup.psd1');
  if (folder === null || !(await context.systemFiles.stat(module))) {
    throw new ScriptError(
      `The specified module '${folder === null ? 'MSOnlineBackup' : module}' was not loaded because no valid module file was found in any module directory.`,
      'System.IO.FileNotFoundException',
    );
  }
}
