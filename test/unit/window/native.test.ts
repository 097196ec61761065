import { describe, expect, it, vi } from 'vitest';
import { approvalQuestion } from '../../../main/window/native-approval';
import { goneMessage, watchForGoneProcesses } from '../../../main/window/renderer-gone';
import { startAsAdministrator } from '../../../main/window/restart-as-administrator';

const plan = {
  id: 'remove-1',
  hash: 'a'.repeat(64),
  body: {
    runbook: 'remove',
    title: 'Remove the process server',
    verb: 'Uninstall',
    serverName: 'WIN-PS01',
    destructive: true,
    steps: [],
    notes: [],
  },
};

describe('the native approval', () => {
  it('names server, plan and hash, and is "Cancel" unless chosen otherwise', () => {
    const question = approvalQuestion(plan);
    expect(question.message).toContain('WIN-PS01');
    expect(question.message).toContain(plan.body.title);
    expect(question.detail).toContain(plan.hash);
    expect(question.buttons?.[question.defaultId ?? -1]).toBe('Cancel');
    expect(question.buttons?.[question.cancelId ?? -1]).toBe('Cancel');
  });
});

describe("the end of one of Chromium's processes", () => {
  function watch(choice: number) {
    const app = { on: vi.fn(), relaunch: vi.fn(), exit: vi.fn() };
    const dialog = { showMessageBoxSync: vi.fn(() => choice) };
    watchForGoneProcesses(app, dialog, 'C:\\Program Files\\Process Server Manager');
    const emit = (event: string, ...values: unknown[]) => {
      for (const [name, listener] of app.on.mock.calls) if (name === event) listener(...values);
    };
    return { app, dialog, emit };
  }

  it('names the cure and the folder', () => {
    const { detail } = goneMessage('The page', 'launch-failed', 49, 'C:\\Program Files\\PSM');
    expect(detail).toContain('ALL RESTRICTED APPLICATION PACKAGES');
    expect(detail).toContain('C:\\Program Files\\PSM');
    expect(detail).toContain('install the program again');
  });

  it('offers a restart, once', () => {
    const { app, dialog, emit } = watch(0);
    emit('render-process-gone', {}, {}, { reason: 'crashed', exitCode: 1 });
    emit('child-process-gone', {}, { type: 'GPU', reason: 'launch-failed', exitCode: 49 });
    expect(dialog.showMessageBoxSync).toHaveBeenCalledOnce();
    expect(app.relaunch).toHaveBeenCalledOnce();
    expect(app.exit).toHaveBeenCalledWith(1);
  });

  it('is nothing to tell when it ended in order or is started again by itself', () => {
    const { dialog, emit } = watch(1);
    emit('render-process-gone', {}, {}, { reason: 'clean-exit', exitCode: 0 });
    emit('child-process-gone', {}, { type: 'Utility', reason: 'crashed', exitCode: 1 });
    expect(dialog.showMessageBoxSync).not.toHaveBeenCalled();
  });
});

describe('restart as administrator', () => {
  const installed = {
    platform: 'win32',
    isPackaged: true,
    path: "C:\\Program Files\\It's here\\psm.exe",
    windowsFolder: 'C:\\Windows',
  };

  it('runs the system PowerShell by its whole path, the program only in the environment', async () => {
    const start = vi.fn(async () => 0);
    expect(await startAsAdministrator(start, installed)).toBe(true);
    expect(start).toHaveBeenCalledWith(
      'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      expect.not.arrayContaining([expect.stringContaining('psm.exe')]),
      { PSM_PROGRAM: installed.path },
    );
  });

  it('is false when the user says no, off Windows, and in a clone', async () => {
    const start = vi.fn(async () => 1);
    expect(await startAsAdministrator(start, installed)).toBe(false);
    start.mockClear();
    expect(await startAsAdministrator(start, { ...installed, platform: 'linux' })).toBe(false);
    expect(await startAsAdministrator(start, { ...installed, isPackaged: false })).toBe(false);
    expect(start).not.toHaveBeenCalled();
  });
});
