import { Controller } from "@hotwired/stimulus"

/** Copies a text, and says that it did. */
export default class extends Controller {
  static targets = ["text"]
  static values = { done: String }

  async copy() {
    this.textTarget.select()
    await navigator.clipboard?.writeText(this.textTarget.value)
    const toast = document.createElement("div")
    toast.className = "toast"
    toast.textContent = this.doneValue
    document.getElementById("toasts").append(toast)
    setTimeout(() => toast.remove(), 4000)
  }
}
