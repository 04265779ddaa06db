using System.Globalization;
using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Checks PDFs in processes of their own: a parser of so large a format remembers names for ever, follows numbers that a file makes up, and
/// may be led round in circles.
/// </summary>
sealed class PdfProcess : IDisposable
{
    /// <summary>The argument by which this program is started to check the one file on its input.</summary>
    public const string Verb = "check-pdf";

    const string Taken = "taken";
    const int AtOnce = 2;

    readonly CheckProcess _process = new(Verb, TimeSpan.FromSeconds(5));
    readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Checks a PDF.</summary>
    /// <exception cref="RefusedFileException">It is not accepted, or could not be checked within the bounds.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<CheckedFile> CheckAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await _process.RunAsync(file, cancellationToken) is [Taken, var skipped]
                ? new(CheckDocument.Pdf, file[int.Parse(skipped, CultureInfo.InvariantCulture)..])
                : throw RefusedFileException.TooLarge("it takes more memory or time than any document needs");
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>What the process does.</summary>
    public static IEnumerable<string> Answer(ReadOnlyMemory<byte> file) =>
        [Taken, (file.Length - PdfDocument.Check(file).Bytes.Length).ToString(CultureInfo.InvariantCulture)];

    public void Dispose() => _places.Dispose();
}
