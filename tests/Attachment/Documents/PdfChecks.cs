using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests.Documents;

static class PdfChecks
{
    /// <summary>Has it checked, whatever the outcome.</summary>
    public static async Task JudgeAsync(this PdfProcess process, byte[] file)
    {
        try
        {
            await process.CheckAsync(file, TestContext.Current.CancellationToken);
        }
        catch (RefusedFileException)
        {
        }
    }
}
