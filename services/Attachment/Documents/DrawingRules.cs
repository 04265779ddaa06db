using System.Text.RegularExpressions;
using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>The rules for SVG within documents: a drawing that neither runs nor fetches.</summary>
sealed partial class DrawingRules : IMarkupRules
{
    public bool WantsText => false;

    public void Begin(XmlReader element)
    {
        var name = element.LocalName;
        if (name is "script" or "foreignObject" or "handler" or "iframe" or "embed" or "object")
            throw new RefusedFileException(FileRefusalReason.Script);
        while (Markup.MoveToNext(element))
        {
            if (element.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase))
                throw new RefusedFileException(FileRefusalReason.Script);
            if (Fetched().IsMatch(element.Value))
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
            if (element.LocalName != "href" || element.Value.StartsWith('#')
                || element.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
                continue;
            if (name != "a" || !Address.IsClickable(element.Value))
                throw new RefusedFileException(FileRefusalReason.ExternalContent);
        }
    }

    public void Text(string text)
    {
    }

    public void End(XmlReader element)
    {
    }

    [GeneratedRegex(@"url\(\s*['""]?\s*(https?:|ftp:|file:|//)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Fetched();
}
