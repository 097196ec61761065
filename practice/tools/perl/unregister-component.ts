import { sufferFault, takeFault } from '../../runner/faults';
import type { World } from '../../world/schema';
import type { PerlContext } from './context';

const two = (part: number) => String(part).padStart(2, '0');

type Listed = World['registeredServers'][number];

const reportEveryMs = 5 * 60_000;

/** As MySQL's from_unixtime writes it: in local time. */
function heartbeat({ heardAt, reports }: Listed, now: Date): string {
  if (heardAt === null && !reports) return '0000-00-00 00:00:00';
  const reported = Math.floor(now.getTime() / reportEveryMs) * reportEveryMs;
  const at = new Date(reports ? reported : (heardAt ?? 0));
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')}`;
}

const argument = (args: readonly string[], name: string) => {
  const at = args.findIndex((one) => one.toLowerCase() === name);
  return at < 0 ? null : (args[at + 1] ?? null);
};

/**
 * Unregister-ASRComponent.pl: lists what has that address, asks which one is meant and removes it by
 * unregister_component.php. Its source is not public: columns, question and words of success are
 * those of the articles. Assumed: the rest, at its worst. As the index -1 of Perl is the last
 * element, an input that ends without an answer removes the last server.
 */
export async function unregisterComponent(context: PerlContext): Promise<number> {
  const { args, world, print } = context;
  const address = argument(args, '-ipaddress');
  const component = argument(args, '-component');
  if (address === null || component?.toUpperCase() !== 'PS') {
    print('Usage: Unregister-ASRComponent.pl -IPAddress <IP> -Component <Source/PS/MT>\r\n');
    return 1;
  }
  await context.wait(2);
  const { services, registeredServers } = await world.read();
  if (services.find(({ name }) => name === 'MySQL')?.state !== 'running') {
    context.error("DBI connect failed: Can't connect to MySQL server on 'localhost' (10061)\r\n");
    return 255;
  }
  const atQuestion = await takeFault(world, 'perl', 'question');
  if (atQuestion) {
    const exit = await sufferFault(atQuestion, context);
    if (exit !== null) return exit;
  }
  const listed = registeredServers.filter((one) => one.address === address);
  if (listed.length === 0) {
    print(`No server found with the IP address ${address}.\r\n`);
    return 0;
  }
  const line = (number: string, server: string, heard: string) =>
    `${number.padEnd(8)}${server.padEnd(40)}${heard}\r\n`;
  print(`\r\n${line('S. No', 'IP/Name', 'Heartbeat')}`);
  listed.forEach((one, index) => {
    print(
      line(String(index + 1), `${one.name} (${one.address})`, heartbeat(one, context.clock.now())),
    );
  });
  print('\r\nPlease choose one of the above servers to un-register : ');
  const given = await context.readLine();
  const index = given === null ? -1 : Number(given) - 1;
  const chosen = listed.at(index);
  if (chosen === undefined || (given !== null && !/^[1-9]\d*$/.test(given))) {
    print('Invalid choice.\r\n');
    return 1;
  }
  const fault = await takeFault(world, 'perl', 'unregister');
  if (fault) {
    const exit = await sufferFault(fault, context);
    if (exit !== null) return exit;
  }
  await context.wait(20);
  await world.change((draft) => {
    draft.registeredServers = draft.registeredServers.filter(
      ({ hostId }) => hostId !== chosen.hostId,
    );
  });
  print(`Successfully unregistered ${chosen.name} (${chosen.address})\r\n`);
  return 0;
}
