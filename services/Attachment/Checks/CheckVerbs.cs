using System.Diagnostics.CodeAnalysis;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;

namespace Helpdesk.Attachment.Checks;

/// <summary>What this program checks when it is started as a <see cref="CheckProcess"/>.</summary>
static class CheckVerbs
{
    /// <summary>Whether the arguments name a check; else this is the service itself.</summary>
    public static bool TryFind(string[] arguments, [NotNullWhen(true)] out Func<ReadOnlyMemory<byte>, IEnumerable<string>>? check)
    {
        check = arguments switch
        {
            [PdfProcess.Verb] => PdfProcess.Answer,
            [ImageProcess.Verb] => ImageProcess.Answer,
            _ => null,
        };
        return check is not null;
    }
}
