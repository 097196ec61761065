import { openPracticeApplication } from './practice-application';

/** The same practice server opened once more, with every order to a service noted, as typed. */
export async function openNotingOrders(folder: string) {
  const ordered: string[] = [];
  const opened = await openPracticeApplication(
    {},
    {
      folder,
      around: (tools) => ({
        run: (spec) => {
          if (/^(?:start|stop|config)$/.test(spec.args[0] ?? '')) {
            ordered.push(spec.args.slice(0, 2).join(' '));
          }
          return tools.run(spec);
        },
      }),
    },
  );
  return { ...opened, ordered };
}
