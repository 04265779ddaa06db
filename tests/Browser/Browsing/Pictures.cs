namespace Helpdesk.Browser.Browsing;

/// <summary>Files that customers send.</summary>
public static class Pictures
{
    /// <summary>A picture of one point.</summary>
    public const string Point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static FilePayload Named(string name) => new() { Name = name, MimeType = "image/png", Buffer = Convert.FromBase64String(Point) };

    /// <summary>Lets the page itself drop or paste a picture, as the browser does when a person does.</summary>
    public const string Give = """
        ([selector, kind, name, point]) => {
          const bytes = Uint8Array.from(atob(point), (letter) => letter.charCodeAt(0))
          const transfer = new DataTransfer()
          transfer.items.add(new File([bytes], name, { type: "image/png" }))
          const event = kind === "paste"
            ? new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
          document.querySelector(selector).dispatchEvent(event)
        }
        """;
}
