import type { Scenario } from '../scenarios/schema';
import { setTexts, setValue } from '../world/registry';
import { keys } from './keys';
import type { InstallTarget } from './target';

/**
 * A proxy that was given to set-up. Its window writes all of it beside the process server as well,
 * the password protected by Windows; a silent run leaves nothing there but that there is one.
 */
export async function giveProxy(
  target: InstallTarget,
  { writtenBy, ...proxy }: NonNullable<Scenario['agentProxy']>,
): Promise<void> {
  await target.store.change((world) => {
    world.agentProxy = { ...proxy, hasPassword: proxy.user !== '' };
    setTexts(world.registry, keys.processServer, { Proxy_Type: 'Custom' });
    if (writtenBy !== 'window') return;
    setTexts(world.registry, keys.processServer, {
      ProxyAddress: proxy.server,
      ProxyPort: String(proxy.port),
      ProxyUserName: proxy.user,
      Bypass: proxy.bypass,
    });
    setValue(world.registry, keys.processServer, 'ProxyPassword', {
      type: 'REG_BINARY',
      data: '01000000d08c9ddf0115d1118c7a00c04fc297eb',
    });
  });
}
