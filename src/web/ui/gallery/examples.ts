import type { FormProblem } from '../form-problem.ts';

/** The invented force of the demonstration. */
export const NORTHSHIRE = { name: 'Northshire Police', demonstration: true } as const;

/** Two sections of the police side. */
export const SECTIONS = [
  { id: 'queue', text: 'Queue', href: '#queue' },
  { id: 'cases', text: 'Cases', href: '#cases' },
] as const;

/** Two mistakes in a form. */
export const PROBLEMS = [
  { field: 'name', message: 'Enter a name we can call you, or leave this empty' },
  { field: 'since-day', message: 'The day must be a number from 1 to 31' },
] as const satisfies readonly FormProblem[];
