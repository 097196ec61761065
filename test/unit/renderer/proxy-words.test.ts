import { describe, expect, it } from 'vitest';
import type { ServerFacts } from '../../../contract/facts';
import { agreementOf, proxyPlaces } from '../../../renderer/src/pages/overview/proxy-words';
import { factsWith, installed } from './samples';

function placesOf(proxyType: string | null, systemProxy: string | null) {
  const plain = factsWith({ products: proxyType === null ? factsWith().products : installed });
  const facts: ServerFacts = {
    ...plain,
    configuration: { ...plain.configuration, proxyType },
    prerequisites: { ...plain.prerequisites, systemProxy },
  };
  return proxyPlaces(facts);
}

describe('the proxy of all places', () => {
  it('is shown with the address that Windows has', () => {
    const words = placesOf('Custom', 'http://10.0.0.5:8080').map((place) => place.words);
    expect(words).toEqual(['Custom proxy', 'http://10.0.0.5:8080']);
  });

  it('agrees when nobody uses one; one place with a proxy is no fault', () => {
    expect(agreementOf(placesOf('Bypass', null))?.tone).toBe('good');
    expect(agreementOf(placesOf('Custom', null))?.tone).toBe('unknown');
    expect(agreementOf(placesOf('Bypass', 'http://10.0.0.5:8080'))?.tone).toBe('unknown');
    expect(agreementOf(placesOf('Custom', null))?.word).toMatch(/no fault/);
  });

  it('never claims that two proxies are the same one', () => {
    expect(agreementOf(placesOf('Custom', 'http://10.0.0.5:8080'))?.tone).toBe('unknown');
  });

  it('compares nothing while no process server is installed, nor with a kind nobody knows', () => {
    expect(agreementOf(placesOf(null, null))).toBeNull();
    expect(agreementOf(placesOf('Strange', null))).toBeNull();
  });
});
