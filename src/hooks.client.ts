import type { HandleClientError } from '@sveltejs/kit/hooks'

/** What a person reads when a page fails in her own browser; what the server has said is shown as it is. */
export const handleError: HandleClientError = (caught) => {
  if (caught.kind === 'app') return caught.error
  console.error(caught.error)
  return {
    message: 'Cette page n’a pas pu s’ouvrir.',
    conseil: 'Rechargez-la ; si elle ne s’ouvre toujours pas, dites à la personne qui tient Tisserand ce que vous vouliez faire.'
  }
}
