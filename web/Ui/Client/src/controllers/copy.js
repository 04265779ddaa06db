import { Controller } from "@hotwired/stimulus"
import { toast } from "../toast.js"

/** Copies a text, and says that it did. */
export default class extends Controller {
  static targets = ["text"]
  static values = { done: String }

  async copy() {
    this.textTarget.select()
    await navigator.clipboard?.writeText(this.textTarget.value)
    toast(this.doneValue)
  }
}
