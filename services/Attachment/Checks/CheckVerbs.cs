using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Images;

namespace Helpdesk.Attachment.Checks;

/// <summary>What this program checks when it is started as a <see cref="CheckProcess"/>.</summary>
static class CheckVerbs
{
    /// <summary>The check that the arguments name; null for the service itself.</summary>
    public static Func<ReadOnlyMemory<byte>, IEnumerable<string>>? Of(string[] arguments) => arguments switch
    {
        [PdfProcess.Verb] => PdfProcess.Answer,
        [PictureProcess.Verb] => PictureProcess.Answer,
        _ => null,
    };
}
