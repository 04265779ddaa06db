using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>What the parts of an Office document say that they are (<c>[Content_Types].xml</c>, ECMA-376-2).</summary>
sealed class ContentTypes : IMarkupRules
{
    public const string Part = "[Content_Types].xml";

    readonly Dictionary<string, string> _byEnding = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);

    public bool WantsText => false;

    /// <summary>The type of a part, without parameters and in small letters; empty where none is said.</summary>
    public string Of(string name) =>
        _byName.GetValueOrDefault(name) ?? (name.LastIndexOf('.') is >= 0 and var dot ? _byEnding.GetValueOrDefault(name[(dot + 1)..])
            : null) ?? "";

    public IEnumerable<string> PartsOf(string type) => _byName.Where(x => x.Value == type).Select(x => x.Key);

    public void Begin(XmlReader element)
    {
        var type = element.GetAttribute("ContentType")?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is null)
            return;
        if (element.LocalName == "Default")
            Add(_byEnding, element.GetAttribute("Extension"), type);
        else if (element.LocalName == "Override")
            Add(_byName, element.GetAttribute("PartName")?.TrimStart('/'), type);
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }

    // Of two types for one thing each program would choose its own.
    static void Add(Dictionary<string, string> types, string? of, string type)
    {
        if (of is not null && !types.TryAdd(of, type) && types[of] != type)
            throw RefusedFileException.BrokenDocument("what its parts are");
    }
}
