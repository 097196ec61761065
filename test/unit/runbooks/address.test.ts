import { describe, expect, test } from 'vitest';
import type { WrittenPlace } from '../../../contract/details';
import type { ServerFacts } from '../../../contract/facts';
import { addressRunbook } from '../../../main/runbooks/address/address';
import { suggestedAddress } from '../../../main/runbooks/address/answers';
import { servicesOf } from '../../../main/vendor/service-orders';
import { places } from '../../support/form-answers';
import { factsWith } from '../../support/sample-facts';

const AMETHYST = 'D:\\ASR\\home\\svsystems\\etc\\amethyst.conf';
const card = 'vmxnet3 Ethernet Adapter';
const plain = factsWith();

const written = (role: WrittenPlace['role'], setting: string, value: string): WrittenPlace => ({
  role,
  where: AMETHYST,
  setting,
  value,
});

function server(changes: Partial<ServerFacts> = {}): ServerFacts {
  const version = '9.55.6765.1';
  return factsWith({
    products: {
      ...plain.products,
      dependencies: version,
      processServer: version,
      masterTarget: version,
      agent: '2.0.9269.0',
    },
    configuration: {
      ...plain.configuration,
      serverType: '2',
      dataPort: '9443',
      installFolder: 'D:\\ASR',
    },
    registration: { registered: true, thumbprint: 'AB', validUntil: null },
    addresses: [{ address: '10.0.0.2', adapter: 'Ethernet0', dhcp: false, description: card }],
    services: servicesOf('standAlone').map(({ name }) => ({
      name,
      state: 'running',
      startType: 'automatic',
      pid: 4,
    })),
    details: {
      writtenPlaces: [written('own', 'PS_IP', '10.0.0.1'), written('card', 'BPM_NTW_DEVICE', card)],
    },
    ...changes,
  });
}

const idsOf = (facts: ServerFacts) =>
  addressRunbook.plan({ address: '10.0.0.2' }, facts, places).steps.map(({ id }) => id);

describe('the plan', () => {
  test('says at its end where to look, and only a change of the file stops the services', () => {
    const changed = addressRunbook.plan({ address: '10.0.0.2' }, server(), places);
    const next = changed.afterwards?.map(({ text }) => text).join(' ');
    expect(next).toContain('has to show 10.0.0.2 and a heartbeat');
    const right = {
      writtenPlaces: [written('own', 'PS_IP', '10.0.0.2'), written('card', 'BPM_NTW_DEVICE', card)],
    };
    const same = addressRunbook.plan({ address: '10.0.0.2' }, server({ details: right }), places);
    expect(same.notes[0]).toContain('the file stays as it is');
    expect(same.notes[0]).toContain('the agent is stopped, registered and started again');
  });

  test('backs up, stops, changes, starts, proves and registers, in that order', () => {
    const ids = idsOf(server());
    const order = [
      'backup',
      'stop-svagents',
      'stop-pushInstall',
      'change-address',
      'start-cxprocessserver',
      'start-processServerMonitor',
      'prove',
      'data-port',
      'agent-stop',
      'register',
      'agent-start',
      'registration',
    ];
    expect(ids.filter((id) => order.includes(id))).toEqual(order);
    expect(ids).not.toContain('change-card');
    expect(ids.filter((id) => id.includes('logUpload'))).toEqual([]);
  });

  test('undo of a start is a stop, so that the old value is read again', () => {
    const { steps } = addressRunbook.plan({ address: '10.0.0.2' }, server(), places);
    expect(steps.find(({ id }) => id === 'start-tmansvc')?.undo).toMatchObject({
      kind: 'action',
      action: { kind: 'service', order: 'stop' },
    });
  });

  test('without a registration there is none to prove', () => {
    const registration = { registered: false, thumbprint: null, validUntil: null };
    expect(idsOf(server({ registration }))).not.toContain('register');
  });
});

describe('the address', () => {
  test('that is suggested is that of now, that of the card, or the only one', () => {
    expect(suggestedAddress(server())).toBe('10.0.0.2');
    const addresses = [
      { address: '10.0.0.9', adapter: 'B', dhcp: false, description: 'other' },
      { address: '10.0.0.2', adapter: 'A', dhcp: false, description: card },
    ];
    expect(suggestedAddress(server({ addresses }))).toBe('10.0.0.2');
    const unknown = addresses.map((one) => ({ ...one, description: 'other' }));
    expect(suggestedAddress(server({ addresses: unknown }))).toBeNull();
  });

  test('has to be one of this server, on a card that can be written', () => {
    const problems = (address: string, facts = server()) =>
      addressRunbook.checkAnswers({ address }, facts).length;
    expect([problems(''), problems('10.0.0.1'), problems('10.0.0.2')]).toEqual([1, 1, 0]);
    const quoted = [{ address: '10.0.0.2', adapter: 'A', dhcp: false, description: 'a "b"' }];
    expect(problems('10.0.0.2', server({ addresses: quoted }))).toBe(1);
  });

  test('that Windows gave itself is neither offered nor taken', () => {
    const addresses = [
      { address: '169.254.3.7', adapter: 'B', dhcp: false, description: card },
      { address: '10.0.0.2', adapter: 'A', dhcp: true, description: 'other' },
    ];
    const facts = server({ addresses });
    expect(suggestedAddress(facts)).toBe('10.0.0.2');
    const [question] = addressRunbook.describe(facts, {}).questions;
    expect(question?.choices.map(({ value }) => value)).toEqual(['10.0.0.2']);
    const problems = addressRunbook.checkAnswers({ address: '169.254.3.7' }, facts);
    expect(problems[0]?.message).toContain('no DHCP server');
  });

  test('a service that is disabled and runs could not be started again', () => {
    const services = server().services.map((one) =>
      one.name === 'tmansvc' ? { ...one, startType: 'disabled' as const } : one,
    );
    const conditions = addressRunbook.preconditions({ address: '10.0.0.2' }, server({ services }));
    expect(conditions.find(({ id }) => id === 'startable')?.verdict).toBe('blocks');
  });
});
