import { openPracticeApplication } from './practice-application';
import { whenStarted } from './when-started';

/** The same practice server opened once more, with every order to a service noted, as typed. */
export async function openNotingOrders(folder: string) {
  const ordered: string[] = [];
  const opened = await openPracticeApplication(
    {},
    {
      folder,
      around: whenStarted(({ args }) => {
        if (/^(?:start|stop|config)$/.test(args[0] ?? '')) ordered.push(args.slice(0, 2).join(' '));
      }),
    },
  );
  return { ...opened, ordered };
}
