import { describe, expect, it, vi } from 'vitest';
import { answerer } from '../../../main/ipc/answer';
import type { IpcSender } from '../../../main/ipc/sender';

const origins = ['app://psm'];
const mainFrame = { frameTreeNodeId: 1, origin: 'app://psm' };
const ours: IpcSender = { sender: { id: 7, mainFrame }, senderFrame: mainFrame };
const trusted = () => ({ contentsId: 7, origins });
const PASSPHRASE = 'Winter-Passphrase-77';

function enterSecret(handler = vi.fn(async () => true)) {
  return { handler, answer: answerer('secret.enter', handler, trusted) };
}

describe('a request of the window', () => {
  it('reaches its handler and is answered with the parsed output', async () => {
    const { handler, answer } = enterSecret();
    const envelope = await answer(ours, { name: 'passphrase', value: PASSPHRASE });
    expect(envelope).toEqual({ ok: true, value: true });
    expect(handler).toHaveBeenCalledWith({ name: 'passphrase', value: PASSPHRASE });
  });

  it.each([
    ['another window', { ...ours, sender: { id: 8, mainFrame } }],
    ['a frame inside our page', { ...ours, senderFrame: { ...mainFrame, frameTreeNodeId: 2 } }],
    ['another origin', { ...ours, senderFrame: { ...mainFrame, origin: 'https://evil.example' } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('is refused when it comes from %s', async (_name, sender) => {
    const { handler, answer } = enterSecret();
    const envelope = await answer(sender, { name: 'passphrase', value: PASSPHRASE });
    expect(envelope).toMatchObject({ ok: false, problem: { code: 'stranger' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('is refused while there is no window', async () => {
    const answer = answerer(
      'operation.list',
      async () => [],
      () => null,
    );
    expect(await answer(ours, null)).toMatchObject({ ok: false });
  });

  it('with a bad payload names what is wrong, never the value', async () => {
    const { handler, answer } = enterSecret();
    const envelope = await answer(ours, { name: 'passphrase', value: [PASSPHRASE] });
    expect(envelope).toMatchObject({
      ok: false,
      problem: { code: 'badRequest', toolWords: ['secret.enter', 'value'] },
    });
    expect(JSON.stringify(envelope)).not.toContain(PASSPHRASE);
    expect(handler).not.toHaveBeenCalled();
  });

  it('that fails unexpectedly becomes a problem without stack or message', async () => {
    const error = Object.assign(new Error(`ENOENT: ${PASSPHRASE}`), { code: 'ENOENT' });
    const { answer } = enterSecret(vi.fn(() => Promise.reject(error)));
    const envelope = await answer(ours, { name: 'passphrase', value: PASSPHRASE });
    expect(envelope).toMatchObject({ ok: false, problem: { code: 'ENOENT' } });
    expect(JSON.stringify(envelope)).not.toContain(PASSPHRASE);
    expect(JSON.stringify(envelope)).not.toContain('answer.test');
  });

  it('that fails with a problem keeps the words of that problem', async () => {
    const problem = { what: 'W', meaning: 'M', next: 'N', toolWords: ['exit 4'], code: '4' };
    const { answer } = enterSecret(
      vi.fn(() => Promise.reject(Object.assign(new Error(), { problem }))),
    );
    expect(await answer(ours, { name: 'a', value: 'b' })).toEqual({ ok: false, problem });
  });

  it('is not answered with a shape the contract does not know', async () => {
    const handler = vi.fn<() => Promise<boolean>>();
    handler.mockResolvedValue(JSON.parse('"yes"'));
    const envelope = await answerer(
      'secret.enter',
      handler,
      trusted,
    )(ours, { name: 'a', value: 'b' });
    expect(envelope).toMatchObject({ ok: false, problem: { code: 'badAnswer' } });
  });
});
