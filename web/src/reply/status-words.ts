/** What HTTP says beside its numbers. */
export const statusWords = { 200: 'OK', 400: 'Bad Request', 500: 'Internal Server Error' } as const
