import type { Menu } from 'electron';

/** No menu: every command has its place on the page. While developing, the tools and a reload. */
export function applyMenu(
  menu: Pick<typeof Menu, 'setApplicationMenu' | 'buildFromTemplate'>,
  developing: boolean,
): void {
  menu.setApplicationMenu(
    developing
      ? menu.buildFromTemplate([
          { label: 'Develop', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] },
        ])
      : null,
  );
}
