import { toast } from "./toast.js"

/** A form that nobody answered, or somebody who does not know its page: the page stays, with everything typed, and says so. */
export function keepUnsent() {
  const keep = (event, status) => {
    if (!event.target.matches?.("form")) return
    event.preventDefault()
    const { dataset } = document.getElementById("toasts")
    toast(dataset[`lost${status}`] ?? dataset.lost)
  }
  addEventListener("turbo:before-fetch-response", (event) => {
    const { statusCode, serverError } = event.detail.fetchResponse
    if (serverError || statusCode === 413 || statusCode === 429) keep(event, statusCode)
  })
  addEventListener("turbo:fetch-request-error", (event) => keep(event))
}
