import requests from 'example-requests'

/** The example requests, in the menu's order. */
export const examples = requests

/** The request that a first visit starts with. */
export const sample = requests.find(({ id }) => id === 'first-pool')?.text ?? '{}\n'
