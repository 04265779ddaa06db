import { Controller } from "@hotwired/stimulus"

/** Another picture without losing what was typed; and work for the machine of who cannot see it. */
export default class extends Controller {
  static targets = ["picture", "id", "answer", "problem", "reading", "proof", "solution", "working", "bar"]
  static values = { away: String, done: String }

  async renew({ currentTarget }) {
    const challenge = await this.ask("/captcha/picture")
    if (!challenge) return
    this.pictureTarget.src = challenge.image
    this.idTarget.value = challenge.id
    this.answerTarget.value = ""
    // Who went on elsewhere meanwhile stays there.
    if ([currentTarget, document.body].includes(document.activeElement)) this.answerTarget.focus()
  }

  async work() {
    const proof = await this.ask("/captcha/proof")
    if (!proof) return
    this.readingTarget.hidden = true
    this.workingTarget.hidden = false
    this.answerTarget.value = ""
    const { solve } = await import("../proof.js")
    this.solutionTarget.value = JSON.stringify(await solve(proof, (share) => { this.barTarget.value = share }))
    this.proofTarget.value = proof.id
    this.problemTarget.textContent = this.doneValue
    this.workingTarget.hidden = true
  }

  async ask(path) {
    this.problemTarget.textContent = ""
    const token = this.element.closest("form").querySelector("input[name=__RequestVerificationToken]").value
    const answer = await fetch(path, { method: "POST", headers: { RequestVerificationToken: token } }).catch(() => null)
    if (answer?.ok) return answer.json()
    this.problemTarget.textContent = this.awayValue
    return null
  }
}
