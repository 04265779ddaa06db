using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>What the parts of an Office document say that they are (<c>[Content_Types].xml</c>, ECMA-376-2).</summary>
sealed class ContentTypes : IMarkupRules
{
    public const string Part = "[Content_Types].xml";

    readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);

    public bool WantsText => false;

    /// <summary>The type of a part, without parameters and in lower case; empty when none is given.</summary>
    public string Of(string name) =>
        _byName.GetValueOrDefault(name) ?? (name.LastIndexOf('.') is >= 0 and var dot ? _byExtension.GetValueOrDefault(name[(dot + 1)..])
            : null) ?? "";

    public IEnumerable<string> PartsOf(string type) => _byName.Where(x => x.Value == type).Select(x => x.Key);

    public void Begin(XmlReader element)
    {
        var type = element.GetAttribute("ContentType")?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is null)
            return;
        if (element.LocalName == "Default")
            Add(_byExtension, element.GetAttribute("Extension"), type);
        else if (element.LocalName == "Override")
            Add(_byName, element.GetAttribute("PartName")?.TrimStart('/'), type);
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }

    // Given two types for one thing, each program would choose its own.
    static void Add(Dictionary<string, string> types, string? of, string type)
    {
        if (of is not null && !types.TryAdd(of, type) && types[of] != type)
            throw RefusedFileException.DamagedDocument("what its parts are");
    }
}
