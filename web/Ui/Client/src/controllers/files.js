import { Controller } from "@hotwired/stimulus"

/** Shows the pictures that somebody chose, and accepts those that they drop or paste. */
export default class extends Controller {
  static targets = ["input", "area", "chosen", "problem"]
  static values = { most: Number, bytes: Number, tooMany: String, tooLarge: String, remove: String }

  connect() {
    this.pasted = (event) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) this.add(files)
    }
    addEventListener("paste", this.pasted)
    this.show()
  }

  disconnect() {
    removeEventListener("paste", this.pasted)
    this.forget()
  }

  over(event) {
    event.preventDefault()
    this.areaTarget.classList.add("over")
  }

  leave() { this.areaTarget.classList.remove("over") }

  drop(event) {
    event.preventDefault()
    this.leave()
    this.add([...event.dataTransfer.files])
  }

  choose() { this.add([...this.inputTarget.files], []) }

  remove(event) { this.set(this.files.filter((_, index) => index !== Number(event.params.index))) }

  get files() { return [...this.inputTarget.files] }

  get room() { return this.mostValue - this.element.querySelectorAll("[data-uploaded]").length }

  add(files, before = this.files) {
    const small = files.filter((file) => file.size <= this.bytesValue)
    const all = [...before, ...small]
    this.problemTarget.textContent = small.length < files.length ? this.tooLargeValue : all.length > this.room ? this.tooManyValue : ""
    this.set(all.slice(0, Math.max(0, this.room)))
  }

  set(files) {
    const transfer = new DataTransfer()
    files.forEach((file) => transfer.items.add(file))
    this.inputTarget.files = transfer.files
    this.show()
  }

  show() {
    this.forget()
    this.chosenTarget.replaceChildren(...this.files.map((file, index) => this.preview(file, index)))
  }

  preview(file, index) {
    const item = document.createElement("li")
    item.className = "file"
    if (file.type.startsWith("image/")) {
      const picture = document.createElement("img")
      picture.alt = ""
      picture.src = URL.createObjectURL(file)
      this.addresses.push(picture.src)
      item.append(picture)
    }
    const name = document.createElement("span")
    name.className = "name"
    name.textContent = file.name
    const remove = document.createElement("button")
    remove.type = "button"
    remove.className = "button quiet small"
    remove.textContent = this.removeValue
    remove.dataset.action = "files#remove"
    remove.dataset.filesIndexParam = index
    remove.setAttribute("aria-label", `${this.removeValue}: ${file.name}`)
    item.append(name, remove)
    return item
  }

  forget() {
    this.addresses?.forEach((address) => URL.revokeObjectURL(address))
    this.addresses = []
  }
}
