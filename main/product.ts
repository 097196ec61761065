import { version } from '../package.json';

export const APP_NAME = 'Process Server Manager';
export const APP_VERSION = version;
