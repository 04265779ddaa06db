import { toast } from "./toast.js"

/** Whether nobody answered, or somebody who does not know the page that was asked. */
export function isUnanswered({ detail: { fetchResponse } }) {
  return !fetchResponse || fetchResponse.serverError || [413, 429].includes(fetchResponse.statusCode)
}

/** A form that was not answered: the page stays, with everything typed, and says so until it is sent again or left. */
export function keepUnsent() {
  let said
  const forget = () => said?.remove()
  const keep = (event) => {
    if (!event.target.matches?.("form") || !isUnanswered(event)) return
    event.preventDefault()
    const { dataset } = document.getElementById("toasts")
    said = toast(dataset[`lost${event.detail.fetchResponse?.statusCode}`] ?? dataset.lost, Infinity)
  }
  addEventListener("turbo:before-fetch-response", keep)
  addEventListener("turbo:fetch-request-error", keep)
  addEventListener("turbo:submit-start", forget)
  addEventListener("turbo:visit", (event) => { if (event.detail.action !== "replace") forget() })
}
