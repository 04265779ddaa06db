import { Controller } from "@hotwired/stimulus"

/** Shows a password to whoever types it, as long as they want; it is sent as a password, so that the browser keeps it as one. */
export default class extends Controller {
  static targets = ["input", "button"]

  connect() {
    this.hide = () => this.show(false)
    this.element.closest("form").addEventListener("submit", this.hide)
  }

  disconnect() { this.element.closest("form")?.removeEventListener("submit", this.hide) }

  toggle() { this.show(this.inputTarget.type === "password") }

  show(shown) {
    this.inputTarget.type = shown ? "text" : "password"
    this.buttonTarget.setAttribute("aria-pressed", shown)
  }
}
