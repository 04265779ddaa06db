/** What somebody is typing survives when the page behind it is refreshed; what he has sent does not. */
export function keepTyped() {
  const isTyped = (form) => [...form.elements].some((field) => {
    if (field.type === "file") return field.files.length > 0
    if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked
    return field.matches("textarea, input[type=text]") && field.value !== field.defaultValue
  })
  addEventListener("turbo:before-morph-element", (event) => {
    if (event.target.matches?.("form[data-keep-typed]") && isTyped(event.target)) event.preventDefault()
    // What was told a moment ago stays until something else is told: the refresh that follows one's own action comes at once.
    if (event.target.id === "told" && !event.detail.newElement) event.preventDefault()
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
