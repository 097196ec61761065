import { z } from 'zod';
import { activityOf } from './activity';
import { script } from './script';

/** What goes on now: set-ups, Windows Installer, a pending restart, ports in use. */
export const readActivity = script(z.object({}), (context) => activityOf(context));
