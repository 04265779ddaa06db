import { Controller } from "@hotwired/stimulus"

/**
 * Takes the focus when it appears, such as the list of what is wrong with a form; not from somebody who was in a field before this script
 * was there. And again with each answer to a form: a page that is morphed keeps the element that the answer before had.
 */
export default class extends Controller {
  connect() {
    const isArriving = document.readyState !== "complete"
    if (!isArriving || document.activeElement === document.body) this.element.focus()
    addEventListener("turbo:before-fetch-response", this.answered)
    addEventListener("turbo:render", this.rendered)
  }

  disconnect() {
    removeEventListener("turbo:before-fetch-response", this.answered)
    removeEventListener("turbo:render", this.rendered)
  }

  // A page that is only refreshed leaves the focus where it is: somebody may be typing.
  answered = (event) => { if (event.target.matches?.("form") && !event.defaultPrevented) this.isAnswered = true }

  rendered = () => {
    if (this.isAnswered) this.element.focus()
    this.isAnswered = false
  }
}
