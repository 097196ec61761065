import { describe, expect, it, vi } from 'vitest';
import { DOCUMENTATION, openDocumentation } from '../../../main/window/documentation';
import { drawWithoutGraphicsCard } from '../../../main/window/graphics';
import { denyNavigation } from '../../../main/window/navigation';
import { isRequestAllowed } from '../../../main/window/network';
import { denyNewWindows } from '../../../main/window/new-windows';
import { denyPermissions } from '../../../main/window/permissions';
import { enforceSandbox, pagePreferences } from '../../../main/window/sandbox';
import { becomeOnlyInstance } from '../../../main/window/single-instance';
import { applyTheme } from '../../../main/window/theme';

describe('the sandbox', () => {
  const start = (noSandbox: boolean, platform: string, userId?: number) => {
    const enableSandbox = vi.fn();
    enforceSandbox(
      { enableSandbox, commandLine: { hasSwitch: (name) => noSandbox && name === 'no-sandbox' } },
      { platform, userId },
    );
    return enableSandbox.mock.calls.length;
  };

  it('is on for everybody, whatever switch the program was started with', () => {
    expect(start(false, 'win32')).toBe(1);
    expect(start(true, 'win32')).toBe(1);
    expect(start(true, 'linux', 1000)).toBe(1);
    expect(start(false, 'linux', 0)).toBe(1);
  });

  it('lets only root on Linux go without, whom Chromium gives none', () => {
    expect(start(true, 'linux', 0)).toBe(0);
  });

  it('holds the page: isolated, without Node', () => {
    expect(pagePreferences('/preload.cjs', false)).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
  });
});

describe('the page', () => {
  it('is drawn without a graphics card', () => {
    const disableHardwareAcceleration = vi.fn();
    drawWithoutGraphicsCard({ disableHardwareAcceleration });
    expect(disableHardwareAcceleration).toHaveBeenCalledOnce();
  });

  it('never navigates, is redirected, or attaches a webview', () => {
    const on = vi.fn();
    denyNavigation({ on });
    const events = on.mock.calls.map(([name]) => name);
    expect(events).toEqual([
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
    ]);
    for (const [, listener] of on.mock.calls) {
      const preventDefault = vi.fn();
      listener({ preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
  });

  it('opens no window', () => {
    const setWindowOpenHandler = vi.fn();
    denyNewWindows({ setWindowOpenHandler });
    expect(setWindowOpenHandler.mock.calls[0]?.[0]({ url: 'app://psm/' })).toEqual({
      action: 'deny',
    });
  });

  it('is granted the writing of the clipboard and no other permission', () => {
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
    };
    denyPermissions(session);
    const asked = (permission: string) => {
      const decide = vi.fn();
      session.setPermissionRequestHandler.mock.calls[0]?.[0](null, permission, decide);
      return decide.mock.calls[0]?.[0];
    };
    const looked = (permission: string) =>
      session.setPermissionCheckHandler.mock.calls[0]?.[0](null, permission);
    expect(asked('clipboard-sanitized-write')).toBe(true);
    for (const permission of ['clipboard-read', 'media', 'geolocation', 'openExternal', 'hid']) {
      expect(asked(permission)).toBe(false);
      expect(looked(permission)).toBe(false);
    }
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]()).toBe(false);
  });

  it('reaches no network', () => {
    expect(isRequestAllowed('app://psm/index.html', null)).toBe(true);
    for (const address of [
      'https://learn.microsoft.com/',
      'http://localhost:5173/',
      'file:///C:/Windows/win.ini',
      'devtools://devtools/bundled/',
      'data:text/html,x',
      'nonsense',
    ]) {
      expect(isRequestAllowed(address, null)).toBe(false);
    }
  });

  it('reaches the development server only while developing', () => {
    const server = 'http://localhost:5173/';
    expect(isRequestAllowed('http://localhost:5173/src/main.tsx', server)).toBe(true);
    expect(isRequestAllowed('ws://localhost:5173/', server)).toBe(true);
    expect(isRequestAllowed('http://localhost:5174/', server)).toBe(false);
    expect(isRequestAllowed('https://example.com/', server)).toBe(false);
  });
});

describe('documentation', () => {
  it('is opened by key at Microsoft Learn over https', async () => {
    const openExternal = vi.fn(async () => {});
    expect(await openDocumentation({ openExternal }, 'supportNotice')).toBe(true);
    expect(openExternal).toHaveBeenCalledWith(DOCUMENTATION.supportNotice);
    for (const address of Object.values(DOCUMENTATION)) {
      expect(address.startsWith('https://learn.microsoft.com/en-us/azure/site-recovery/')).toBe(
        true,
      );
    }
  });

  it('says so when no browser opens', async () => {
    const openExternal = () => Promise.reject(new Error('no handler'));
    expect(await openDocumentation({ openExternal }, 'ports')).toBe(false);
  });
});

describe('a second program', () => {
  it('ends at once; the first is told to come to the front', () => {
    const quit = vi.fn();
    const on = vi.fn();
    const front = vi.fn();
    expect(becomeOnlyInstance({ requestSingleInstanceLock: () => false, quit, on }, front)).toBe(
      false,
    );
    expect(quit).toHaveBeenCalledOnce();
    expect(becomeOnlyInstance({ requestSingleInstanceLock: () => true, quit, on }, front)).toBe(
      true,
    );
    expect(on).toHaveBeenCalledWith('second-instance', front);
  });
});

describe('the theme', () => {
  it('follows the system unless one was asked for', () => {
    const theme = { themeSource: 'light' as 'light' | 'dark' | 'system' };
    applyTheme(theme, null);
    expect(theme.themeSource).toBe('system');
    applyTheme(theme, 'contrast');
    expect(theme.themeSource).toBe('dark');
  });
});
