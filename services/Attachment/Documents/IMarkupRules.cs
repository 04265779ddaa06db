using System.Xml;

namespace Helpdesk.Attachment.Documents;

/// <summary>What is checked while a part is read; each rule refuses by an exception.</summary>
interface IMarkupRules
{
    /// <summary>Whether the text that comes next matters.</summary>
    bool WantsText { get; }

    /// <summary>An element begins; the reader stands on it and may go through its attributes.</summary>
    void Begin(XmlReader element);

    void Text(string text);

    void End(XmlReader element);
}
