import { expect, test } from 'vitest';
import { openWorld } from '../../../practice/world/store';
import { practiceServer, run } from '../practice-world/helper';

const bin = 'D:\\ASR\\home\\svsystems\\bin';
const certs = 'C:\\ProgramData\\Microsoft Azure Site Recovery\\certs';

async function renew(scenario: Readonly<Record<string, unknown>> = {}) {
  const server = await practiceServer({ installed: {}, ...scenario });
  const world = openWorld(server.folder);
  const thumbprint = async () =>
    (await world.read()).certificates.find(({ store }) => store === 'ps.crt')?.thumbprint;
  const before = await thumbprint();
  const { output, code } = await run(server, `${bin}\\RenewCerts.exe`, [], { cwd: bin });
  const isSame = (await thumbprint()) === before;
  return { server, output, isSame, code };
}

test('a renewal keeps each file before beside the new one, and the data port runs', async () => {
  const { server, output, isSame, code } = await renew();
  expect([code, isSame]).toEqual([0, false]);
  expect(output).toContain('PS Certificates renewal is successfully done');
  const names = await server.files.list(certs);
  expect(names.filter((name) => name.startsWith('ps.crt'))).toHaveLength(2);
});

test('when gencert fails it ends with 0 all the same, and the old certificate stays', async () => {
  const faults = [{ tool: 'gencert', how: { exit: 4_294_967_295 } }];
  const { output, isSame, code } = await renew({ faults });
  expect([code, isSame]).toEqual([0, true]);
  expect(output).toMatch(/Error code: ECA0169\r\nResponse: False/);
});

test('a service that is not to be stopped makes it give up with 0', async () => {
  const services = { cxprocessserver: { stop: 'refuses' } };
  const { output, isSame, code } = await renew({ services });
  expect([code, isSame]).toEqual([0, true]);
  expect(output).toContain('Please retry multiple times');
});
