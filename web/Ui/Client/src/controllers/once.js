import { Controller } from "@hotwired/stimulus"

/** A button that cannot be pressed twice. The server takes care of who manages it all the same. */
export default class extends Controller {
  connect() {
    this.free = () => this.release()
    addEventListener("pageshow", this.free)
    addEventListener("turbo:submit-end", this.free)
  }

  disconnect() {
    removeEventListener("pageshow", this.free)
    removeEventListener("turbo:submit-end", this.free)
  }

  hold(event) {
    if (this.held) return event.preventDefault()
    this.held = true
    this.button = event.submitter
    this.button?.classList.add("busy")
    this.button?.setAttribute("aria-disabled", "true")
  }

  release() {
    this.held = false
    this.button?.classList.remove("busy")
    this.button?.removeAttribute("aria-disabled")
  }
}
