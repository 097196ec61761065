import { setTexts } from '../world/registry';
import { keys, uninstallKeys } from './keys';
import { gigabyte, type InstallTarget, takeRoom, writeFiles, writePrograms } from './target';

const folder = 'C:\\thirdparty';

/** What CX_THIRDPARTY_SETUP.EXE leaves on the server (vendor source, cx_thirdparty_setup.iss). */
export async function installDependencies(target: InstallTarget, version: string): Promise<void> {
  await writePrograms(target, folder, ['unins000.exe'], version);
  await writeFiles(target, {
    'C:\\strawberry\\perl\\bin\\perl.exe': 'MZ',
    'C:\\Temp\\ASRSetup\\nicdetails.conf': '',
  });
  await target.store.change((world) => {
    if (!(uninstallKeys.dependencies in world.registry)) takeRoom(world, 'C:\\', 2 * gigabyte);
    setTexts(world.registry, uninstallKeys.dependencies, {
      DisplayName: 'Microsoft Azure Site Recovery Configuration/Process Server Dependencies',
      DisplayVersion: version,
      Publisher: 'Microsoft Corporation',
      InstallLocation: `${folder}\\`,
      UninstallString: `"${folder}\\unins000.exe"`,
      QuietUninstallString: `"${folder}\\unins000.exe" /SILENT`,
    });
    setTexts(world.registry, keys.dependencies, {
      Product_Name: 'Caspian CX Third Party',
      InstallDirectory: folder,
      CX_TP_Version: version,
      Build_Version: version,
    });
  });
}
