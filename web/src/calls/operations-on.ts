import { operationDays } from './operation-days.ts'

/** True where an operation is in the API on a day, YYYY-MM-DD; '' is today. */
export function isThere(operation: string, day: string): boolean {
  return day === '' || day >= (operationDays[operation] ?? '')
}
