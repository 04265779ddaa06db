using System.Xml;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>One thing that a part of an Office document refers to.</summary>
/// <param name="Id">What the part calls it by.</param>
/// <param name="Kind">The last word of its type, in lower case.</param>
/// <param name="Target">Where it is.</param>
/// <param name="IsOutside">Not within the document.</param>
sealed record Relationship(string Id, string Kind, string Target, bool IsOutside)
{
    public bool IsLink => Kind == "hyperlink";

    public bool IsWorkbookPath => Kind == "externallinkpath" || Kind.StartsWith("xl", StringComparison.Ordinal);
}

/// <summary>What a part of an Office document refers to (<c>_rels/….rels</c>).</summary>
sealed class Relationships : IMarkupRules
{
    const int Max = 70_000;

    public List<Relationship> All { get; } = [];

    public bool WantsText => false;

    public void Begin(XmlReader element)
    {
        if (element.LocalName != "Relationship")
            return;
        var (kind, target) = (element.GetAttribute("Type") ?? "", element.GetAttribute("Target") ?? "");
        var isOutside = string.Equals(element.GetAttribute("TargetMode")?.Trim(), "External", StringComparison.OrdinalIgnoreCase)
            || Address.IsAbsolute(target);
        if (All.Count == Max)
            throw RefusedFileException.DocumentTooLarge("it refers to more than any document needs");
        All.Add(new(element.GetAttribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..].Trim().ToLowerInvariant(), target, isOutside));
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }

    public static bool Are(string part) => part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The part that relationships belong to: <c>word/_rels/document.xml.rels</c> to <c>word/document.xml</c>.</summary>
    public static string Source(string part)
    {
        var slash = part.LastIndexOf('/');
        var (folder, name) = (slash < 0 ? "" : part[..slash], part[(slash + 1)..^".rels".Length]);
        return folder.EndsWith("_rels", StringComparison.OrdinalIgnoreCase) ? folder[..^"_rels".Length] + name : "";
    }

    /// <summary>The name of the part that a relationship within the document leads to.</summary>
    public static string Resolve(string source, string target)
    {
        target = Uri.UnescapeDataString(target.Split('#')[0]);
        var steps = target.StartsWith('/') ? [] : source.Split('/').SkipLast(1).ToList();
        foreach (var step in target.Split('/').Where(x => x is not ("" or ".")))
        {
            if (step != "..")
                steps.Add(step);
            else if (steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
