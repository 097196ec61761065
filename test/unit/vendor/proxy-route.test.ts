import { expect, test } from 'vitest';
import { readRouteOutcome } from '../../../main/vendor/proxy-route';

const answer = {
  reached: false,
  status: 0,
  proxyStatus: 0,
  schemes: '',
  message: 'words',
  identity: 'CONTOSO\\admin',
};
const { identity } = answer;

test.each([
  [407, 'Basic'],
  [401, ''],
])('a proxy that answers %i wants another sign-in', (status, schemes) => {
  expect(readRouteOutcome({ ...answer, proxyStatus: status, schemes })).toEqual({
    kind: 'refusedByProxy',
    status,
    schemes,
    identity,
  });
});

test.each([403, 500, 503])('a proxy that answers %i says no to the target', (proxyStatus) => {
  expect(readRouteOutcome({ ...answer, proxyStatus })).toEqual({
    kind: 'forbiddenByProxy',
    message: 'words',
    identity,
  });
});

test('a 401 of the server itself is an answer', () => {
  expect(readRouteOutcome({ ...answer, reached: true, status: 401 })).toEqual({
    kind: 'reached',
    status: 401,
    identity,
    location: '',
  });
});

test('another form is not guessed at', () => {
  expect(readRouteOutcome({ ...answer, reached: 'yes' })).toBeNull();
});
