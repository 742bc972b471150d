import type { Renforcement } from '#ui/formulaire.ts'

/** What SvelteKit's `enhance` promises to a form, on plain answers { type, status }: enough to see how a form behaves. */
export const renforcer: Renforcement = (form, envoyer) => {
  async function surEnvoi(evenement: SubmitEvent) {
    evenement.preventDefault()
    let annule = false
    const suite = envoyer?.({ formElement: form, cancel: () => (annule = true) })
    if (annule) return
    const corps = new URLSearchParams(new FormData(form, evenement.submitter) as unknown as Record<string, string>)
    const result = await fetch(form.action, { method: 'POST', body: corps }).then(
      (reponse) => reponse.json(),
      () => ({ type: 'error' })
    )
    await suite?.({
      result,
      update: async () => {
        // as a navigation does: the focus starts again from the page
        if (result.type === 'success' && document.activeElement instanceof HTMLElement) document.activeElement.blur()
        form.dispatchEvent(new CustomEvent('mis-a-jour', { detail: result, bubbles: true }))
      }
    })
  }
  form.addEventListener('submit', surEnvoi)
  return { destroy: () => form.removeEventListener('submit', surEnvoi) }
}
