import { describe, expect, it } from 'vitest';
import {
  restingServices,
  sentenceOf,
  standingOf,
} from '../../../renderer/src/pages/overview/standing';
import { factsWith, installed, operationWith } from './samples';

const registered = { registered: true, thumbprint: 'AB', validUntil: '2028-01-01T00:00:00Z' };
const service = (name: string, state: 'running' | 'stopped', mustRun?: boolean) => ({
  name,
  state,
  startType: 'automatic' as const,
  pid: null,
  mustRun,
});

describe('where the server stands', () => {
  it('is "none" without any part and "partial" with some', () => {
    expect(standingOf(factsWith())).toBe('none');
    const products = { ...installed, masterTarget: null };
    expect(standingOf(factsWith({ products }))).toBe('partial');
  });

  it('is "working" only when it is registered and what must run runs', () => {
    const facts = factsWith({ products: installed, registration: registered });
    expect(standingOf({ ...facts, services: [service('svagents', 'running', true)] })).toBe(
      'working',
    );
    expect(standingOf({ ...facts, services: [service('svagents', 'stopped', true)] })).toBe(
      'installed',
    );
    expect(standingOf({ ...facts, registration: factsWith().registration })).toBe('installed');
  });

  it('does not depend on services of Windows, nor on those that may rest', () => {
    const services = [service('W32Time', 'stopped'), service('LogUpload', 'stopped', false)];
    const facts = factsWith({ products: installed, registration: registered, services });
    expect(standingOf(facts)).toBe('working');
    expect(restingServices(facts).map(({ name }) => name)).toEqual(['LogUpload']);
  });
});

describe('a server from the Azure gallery', () => {
  const image = (csAddress: string | null) =>
    factsWith({
      products: { ...installed, masterTarget: null, agent: null },
      configuration: { ...factsWith().configuration, isGalleryImage: true, csAddress },
    });

  it('is whole without master target, agent and registration', () => {
    expect(standingOf(image('10.20.30.40'))).toBe('working');
    expect(standingOf(image('0.0.0.0'))).toBe('installed');
  });

  it('is led to its registration, never to set-up', () => {
    for (const csAddress of [null, '0.0.0.0', '10.20.30.40']) {
      expect(sentenceOf(image(csAddress), null).leadsTo).toBe('register');
    }
    expect(sentenceOf(image(null), null).text).toContain('not registered yet');
    expect(sentenceOf(image('10.20.30.40'), null).text).toContain('set to 10.20.30.40');
  });

  it('says when a service does not run', () => {
    const facts = { ...image('10.20.30.40'), services: [service('tmansvc', 'stopped', true)] };
    expect(sentenceOf(facts, null).text).toContain('a service does not run');
  });
});

describe('the sentence of Overview', () => {
  it('offers set-up on an empty server', () => {
    expect(sentenceOf(factsWith(), null)).toMatchObject({
      text: 'No process server is installed here.',
      next: 'Set up a process server',
      leadsTo: 'setUp',
    });
  });

  it('speaks first of an operation that needs somebody, with the step it stands at', () => {
    const steps = [{ status: 'done' }, { status: 'interrupted' }, {}] as const;
    const operation = operationWith(steps, { status: 'interrupted' });
    expect(sentenceOf(factsWith(), operation)).toMatchObject({
      text: '"Set up a process server" was interrupted at step 2 of 3.',
      leadsTo: 'operation',
    });
  });

  it('no longer speaks of an operation that has ended', () => {
    const operation = operationWith([{ status: 'cancelled' }], { status: 'cancelled' });
    expect(sentenceOf(factsWith(), operation).leadsTo).toBe('setUp');
  });

  it('counts the services that are down', () => {
    const services = [service('svagents', 'stopped', true), service('tmansvc', 'stopped', true)];
    const facts = factsWith({ products: installed, registration: registered, services });
    expect(sentenceOf(facts, null).text).toContain('2 services do not run');
  });

  it('does not count a service as down whose state is not known', () => {
    const services = [{ ...service('svagents', 'running', true), state: 'unknown' as const }];
    const facts = factsWith({ products: installed, registration: registered, services });
    expect(sentenceOf(facts, null).text).toContain('could not be told');
  });

  it('leads to what mends an installed server, and nowhere when it works', () => {
    const facts = factsWith({ products: installed, registration: registered });
    const down = { ...facts, services: [service('svagents', 'stopped', true)] };
    expect(sentenceOf(down, null)).toMatchObject({ next: 'Start services…', leadsTo: 'services' });
    const off = { ...service('svagents', 'stopped', true), startType: 'disabled' as const };
    expect(sentenceOf({ ...down, services: [off] }, null).leadsTo).toBe('startTypes');
    const lost = { ...down, registration: factsWith().registration };
    expect(sentenceOf(lost, null)).toMatchObject({ next: 'Register again…', leadsTo: 'register' });
    expect(sentenceOf(facts, null).next).toBeNull();
  });
});
