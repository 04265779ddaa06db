/** What somebody is typing survives when the page behind it is refreshed; what they have sent does not. */
export function keepTyped() {
  // The answer to what they sent knows what they typed, and says what became of it: then nothing is kept against it.
  let answered = null
  addEventListener("turbo:before-fetch-response", (event) => {
    if (!event.target.matches?.("form") || event.defaultPrevented) return
    answered = event.target
    // What was taken comes back as taken, what was refused is not sent again.
    event.target.querySelectorAll("input[type=file]").forEach((field) => { field.value = "" })
  })
  addEventListener("turbo:render", () => { answered = null })

  const isTyped = (form) => [...form.elements].some((field) => {
    if (field.type === "file") return field.files.length > 0
    if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked
    return field.matches("textarea, input[type=text]") && field.value !== field.defaultValue
  })
  // After a refusal the page itself came back with what was typed: a page that looks again does not know it.
  const isRefused = () => document.querySelector("#wrong-fields, #redisplay") !== null
  // Nor does the answer to one form know what is typed in another one.
  addEventListener("turbo:before-render", ({ detail: { newBody } }) => {
    if (!answered) return
    for (const form of document.querySelectorAll("form[data-keep-typed]")) {
      const next = form !== answered && form.id && isTyped(form) && newBody.querySelector(`form#${form.id}`)
      if (next) copyTyped(form, next)
    }
  })
  addEventListener("turbo:before-morph-element", (event) => {
    const isForm = event.target.matches?.("form[data-keep-typed]")
    if (answered) {
      if (isForm && event.target !== answered && isTyped(event.target)) event.preventDefault()
      return
    }
    if (isForm && (isRefused() || isTyped(event.target))) event.preventDefault()
    // Nor does it know what was said a moment ago: the refresh that follows one's own action comes at once.
    if (["flash", "wrong-fields", "redisplay"].includes(event.target.id) && !event.detail.newElement) event.preventDefault()
    if (event.target.matches?.("dialog[open], details[open]")) event.preventDefault()
  })
  addEventListener("turbo:before-morph-attribute", (event) => {
    if (event.target === document.documentElement && event.detail.attributeName === "class") event.preventDefault()
  })
  addEventListener("turbo:submit-end", (event) => {
    if (!event.detail.success) return
    event.target.reset()
    event.target.closest("dialog")?.close()
  })
}

function copyTyped(from, to) {
  for (const field of from.querySelectorAll("textarea, input[type=text], input[type=radio]")) {
    const isSame = (x) => x.name === field.name && x.type === field.type && (x.type !== "radio" || x.value === field.value)
    const next = [...to.elements].find(isSame)
    if (!next) continue
    if (field.type === "radio") next.checked = field.checked
    else next.value = field.value
  }
}
