import { installedVersion } from '../products/installed';
import { asrFolder } from '../products/windows';
import { readSettings } from '../products/windows-settings';
import type { ToolContext } from '../runner/tool';

const isEnglish = (language: string) => language.startsWith('en-');

/**
 * What keeps set-up from a fresh installation, which ends it with 1 whatever its arguments; null
 * when nothing does. Removes the junction of an earlier process server, as set-up does (vendor
 * source, WrapperSetup/ActionProcessess.cs). The vendor's words are others.
 */
export async function freshInstallationRefusal(context: ToolContext): Promise<string | null> {
  const world = await context.world.read();
  const { mySql55 } = readSettings(world.registry);
  if (mySql55 !== null) return `MySQL ${mySql55} is installed on this server.`;
  const { language, culture } = world.windows;
  if (!isEnglish(language)) return `The operating system is not English: ${language}`;
  if (!isEnglish(culture)) return `The culture of the user is not English: ${culture}`;
  const hasServer =
    installedVersion(world, 'dependencies') !== null ||
    installedVersion(world, 'processServer') !== null;
  if (!hasServer && installedVersion(world, 'masterTarget') !== null) {
    return 'The mobility service or a master target is installed on this server.';
  }
  await context.world.change((draft) => {
    draft.junctions = draft.junctions.filter(({ path }) => path !== asrFolder);
  });
  const left = await context.systemFiles.list(asrFolder).catch(() => []);
  if (left.length > 0) return `The folder ${asrFolder} couldn't be removed.`;
  await context.systemFiles.removeTree(asrFolder);
  return null;
}
