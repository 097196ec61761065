import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { z } from 'zod';
import { text } from '../../../contract/text/set-up';
import { perform } from '../../../main/engine/actions/perform';
import { evaluateNow } from '../../../main/engine/checks/evaluate';
import { verifyStep } from '../../../main/runbooks/package-steps';
import { readers } from '../../../main/vendor/readers';
import { keptPlaces } from '../../../main/vendor/set-up-package';
import { workFolder } from '../bed';
import type { Case } from '../harness';
import {
  type SignedName,
  verifyingServer as server,
  signed,
  whileOwnRootCountsAsMicrosofts,
  whileOwnRootIsTrusted,
} from '../own-authority';

const FORGED = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US';

/** Does the step of the plan that verifies a set-up file, on a kept copy of one of ours. */
async function verify(name: SignedName) {
  const kept = keptPlaces(workFolder('signatures'), name);
  mkdirSync(kept.folder, { recursive: true });
  await server.files.copy(signed().files[name].path, kept.copy);
  const step = verifyStep(kept);
  const context = {
    operationId: 'signatures',
    operationTitle: 'Signatures',
    seenBefore: () => null,
    server,
    readers,
    step,
    startedAt: new Date(),
    secrets: {},
    signal: new AbortController().signal,
    survives: { folder: kept.folder, endpoint: '' },
    write: () => undefined,
    placedAt: () => null,
    putBack: () => Promise.resolve([]),
    line: () => undefined,
    milestone: () => undefined,
    toolStarted: () => undefined,
  };
  const outcome = await perform(context);
  const proof = async () => (await evaluateNow(step.checks, context)).map(({ verdict }) => verdict);
  return { kept, outcome, proof };
}

interface Refusal {
  words: (typeof text.signature)[keyof typeof text.signature];
  /** The status of the script. */
  code: string;
  /** Left out where Windows and Wine differ. */
  signer?: string;
}

/** Fails unless the file is refused so, and nothing is kept that could pass for a verification. */
async function refuses(name: SignedName, { words, code, signer }: Refusal): Promise<void> {
  const { kept, outcome, proof } = await verify(name);
  assert.equal(outcome.kind, 'failed');
  assert.ok(outcome.kind === 'failed');
  const { what, meaning, next } = outcome.problem;
  assert.deepEqual({ what, meaning, next, code: outcome.problem.code }, { ...words, code });
  if (signer !== undefined) assert.equal(outcome.facts.signer, signer);
  assert.equal(await server.files.stat(kept.record), null);
  assert.deepEqual(await proof(), ['failed']);
}

/** What Windows says of a file, in the word of the script. */
async function statusOf(path: string): Promise<string> {
  const schema = z.object({ status: z.string() });
  const answer = await server.scripts.run('verify-signature', { path }, schema, 60);
  assert.ok(answer.ok);
  return answer.value.status;
}

const { notSigned, changed, notTrusted, otherPublisher } = text.signature;
const UNTRUSTED = { words: notTrusted, code: 'UnknownError' };

export const signatureCases: Case[] = [
  {
    name: 'signatures: a program without one is refused as not signed',
    run: () => refuses('unsigned', { words: notSigned, code: 'NotSigned', signer: '' }),
  },
  {
    name: 'signatures: a program changed by one letter after signing is refused as changed',
    run: () =>
      whileOwnRootIsTrusted(() =>
        refuses('changed', {
          words: changed,
          code: 'HashMismatch',
        }),
      ),
  },
  {
    name: 'signatures: the name of Microsoft under a root nobody trusts is refused as not trusted',
    run: () => refuses('forged', { ...UNTRUSTED, signer: FORGED }),
  },
  {
    name: 'signatures: an expired certificate without timestamp is refused under a trusted root',
    run: () => whileOwnRootIsTrusted(() => refuses('expired', { ...UNTRUSTED, signer: FORGED })),
  },
  {
    name: 'signatures: another publisher is refused, even under the root of Microsoft',
    run: () =>
      whileOwnRootIsTrusted(() =>
        whileOwnRootCountsAsMicrosofts(() =>
          refuses('other', {
            words: otherPublisher,
            code: 'Valid',
            signer: 'CN=Contoso Software, O=Contoso, C=US',
          }),
        ),
      ),
  },
  {
    name: 'signatures: the names of Microsoft and of its root do not pass for Microsoft',
    run: () =>
      whileOwnRootIsTrusted(() =>
        refuses('forged', {
          words: otherPublisher,
          code: 'Valid',
          signer: FORGED,
        }),
      ),
  },
  {
    name: 'signatures: trust ends when the root is taken out again',
    async run() {
      await whileOwnRootIsTrusted(async () => undefined);
      await refuses('forged', { ...UNTRUSTED, signer: FORGED });
    },
  },
  {
    name: 'signatures: what is accepted is recorded, and a byte more is noticed by the record',
    run: () =>
      whileOwnRootIsTrusted(() =>
        whileOwnRootCountsAsMicrosofts(async () => {
          const { kept, outcome, proof } = await verify('forged');
          assert.equal(outcome.kind, 'done');
          assert.ok(outcome.kind === 'done');
          const { signer, version, revocation, sha256 } = outcome.facts;
          assert.deepEqual(
            { signer, version, revocation },
            {
              signer: FORGED,
              version: signed().productVersion,
              revocation: text.revocationUnknown,
            },
          );
          assert.equal(sha256, await server.files.sha256(kept.copy));
          assert.deepEqual(await proof(), ['passed']);
          // Behind the signature, where Windows itself does not look.
          appendFileSync(kept.copy, 'x');
          assert.deepEqual(await proof(), ['failed']);
        }),
      ),
  },
  {
    name: 'signatures: Windows and osslsigncode agree on every file, under the own root and without',
    async run() {
      const { files } = signed();
      const saidOf = async () => {
        const valid: Record<string, boolean> = {};
        for (const [name, { path }] of Object.entries(files)) {
          const copy = win32.join(workFolder('signatures Grüße, 日本'), `${name}.exe`);
          await server.files.copy(path, copy);
          valid[name] = (await statusOf(copy)) === 'Valid';
        }
        return valid;
      };
      const wanted = (field: 'goodWithOwnAuthority' | 'goodWithOtherAuthority') =>
        Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file[field]]));
      assert.deepEqual(await saidOf(), wanted('goodWithOtherAuthority'));
      await whileOwnRootIsTrusted(async () => {
        assert.deepEqual(await saidOf(), wanted('goodWithOwnAuthority'));
      });
    },
  },
];
