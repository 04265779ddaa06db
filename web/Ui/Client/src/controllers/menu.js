import { Controller } from "@hotwired/stimulus"

/** A menu closes when somebody clicks elsewhere or presses Escape. */
export default class extends Controller {
  connect() {
    this.elsewhere = (event) => { if (!this.element.contains(event.target)) this.element.open = false }
    this.escape = (event) => {
      if (event.key !== "Escape" || !this.element.open) return
      this.element.open = false
      this.element.querySelector("summary").focus()
    }
    addEventListener("click", this.elsewhere)
    addEventListener("keydown", this.escape)
  }

  disconnect() {
    removeEventListener("click", this.elsewhere)
    removeEventListener("keydown", this.escape)
  }
}
