import { z } from 'zod';
import { askInternet } from '../../world/internet';
import { addressOf, chosenProxy } from '../../world/web-proxy';
import { script } from './script';
import { requireHttps, webRequestFields } from './web-request';

/** Whether an address answers by that proxy; how it doesn't is part of the answer. */
export const testProxy = script(z.object(webRequestFields), async (context, ask) => {
  requireHttps(ask.address);
  const world = await context.world.read();
  const proxy = chosenProxy(world, ask);
  const answer = askInternet(world, ask);
  await context.wait(answer.from === 'nobody' ? answer.afterSeconds : 1);
  const value = {
    reached: answer.from === 'server',
    status: 0,
    proxyStatus: 0,
    schemes: '',
    message: '',
    identity: world.user,
    location: '',
    proxy: proxy === null ? '' : addressOf(proxy),
  };
  switch (answer.from) {
    case 'server':
      return {
        ...value,
        status: answer.status,
        message: answer.reason,
        location: httpsAddress(answer.location, ask.address),
      };
    case 'proxy': {
      const { status: proxyStatus, reason: message, schemes } = answer;
      return { ...value, proxyStatus, message, schemes };
    }
    case 'nobody':
      return { ...value, message: `${answer.failure}: ${answer.message}` };
  }
});

/** Where a redirect leads, as an absolute https address; empty when it leads nowhere like that. */
function httpsAddress(location: string, from: string): string {
  if (location === '' || !URL.canParse(location, from)) return '';
  const { protocol, href } = new URL(location, from);
  return protocol === 'https:' ? href : '';
}
