import type { Case } from '../harness';

export const networkCases: Case[] = [];
