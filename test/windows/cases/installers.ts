import type { Case } from '../harness';

export const installerCases: Case[] = [];
