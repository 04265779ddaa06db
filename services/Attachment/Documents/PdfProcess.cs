using System.Globalization;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Checks PDFs in processes of their own: the parser of so large a format remembers names for ever, trusts numbers that a file makes up,
/// and may be led in circles.
/// </summary>
sealed class PdfProcess : IDisposable
{
    /// <summary>The argument by which this program is started to check the one file on its input.</summary>
    public const string Verb = "check-pdf";

    const string Accepted = "accepted";
    const int Concurrency = 2;

    readonly CheckProcess _process = new(Verb, TimeSpan.FromSeconds(5));
    readonly SemaphoreSlim _slots = new(Concurrency);

    /// <summary>Checks a PDF.</summary>
    /// <exception cref="RefusedFileException">It is not accepted, or could not be checked within the bounds.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await _process.RunAsync(file, cancellationToken) is [Accepted, var skipped]
                ? new(CheckDocument.Pdf, file[int.Parse(skipped, CultureInfo.InvariantCulture)..])
                : throw RefusedFileException.DocumentTooLarge("it takes more memory or time than any document needs");
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>What the process does.</summary>
    public static IEnumerable<string> Answer(ReadOnlyMemory<byte> file) =>
        [Accepted, (file.Length - PdfDocument.Check(file).Bytes.Length).ToString(CultureInfo.InvariantCulture)];

    public void Dispose() => _slots.Dispose();
}
