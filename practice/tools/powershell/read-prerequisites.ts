import { z } from 'zod';
import { readSettings } from '../../products/windows-settings';
import { systemProxyAddress } from '../../world/web-proxy';
import { script } from './script';

/** Windows settings that set-up looks at by itself before it installs. */
export const readPrerequisites = script(z.object({}), async (context) => {
  const world = await context.world.read();
  const { registry, windows } = world;
  const { dotNetRelease, tls10Off, fips, policies } = readSettings(registry);
  return {
    dotNetRelease,
    tls10Off,
    fips,
    policies,
    culture: windows.culture,
    systemProxy: systemProxyAddress(world),
  };
});
