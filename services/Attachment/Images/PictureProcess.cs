using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Decodes pictures in processes of their own, one at a time: decoders are native code, where a hostile file may write over memory, and
/// the pixels of one picture can take hundreds of megabytes.
/// </summary>
sealed class PictureProcess(IOptions<UploadOptions> options) : IDisposable
{
    /// <summary>The argument by which this program is started to decode the one picture on its input.</summary>
    public const string Verb = "check-picture";

    const string Whole = "whole";
    const int LargestPreview = 512 * 1024;

    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    readonly CheckProcess _process = new(Verb, TimeSpan.FromSeconds(10));
    readonly SemaphoreSlim _place = new(1);

    /// <summary>The preview of a picture, which proves that it can be decoded.</summary>
    /// <param name="picture">Clean, and without an end mark of our making.</param>
    /// <exception cref="RefusedFileException">It cannot, or not within the bounds.</exception>
    /// <exception cref="BusyException">So many are waiting that its turn did not come in time.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<ReadOnlyMemory<byte>> PreviewAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        if (!await _place.WaitAsync(options.Value.CheckWait, cancellationToken))
            throw Busy();
        try
        {
            return await _process.RunAsync(picture, cancellationToken) is [Whole, var preview]
                ? Clean(preview)
                : throw RefusedFileException.Broken("it takes more memory or time than any picture needs");
        }
        finally
        {
            _place.Release();
        }
    }

    public static BusyException Busy() => new("Very many files are sent at this moment. Please try again in a few seconds.", RetryAfter);

    /// <summary>What the process does.</summary>
    public static IEnumerable<string> Answer(ReadOnlyMemory<byte> picture) => [Whole, Convert.ToBase64String(Preview.Make(picture.Span))];

    // A process that a hostile picture has taken over may say anything: what is kept is a picture by its structure too.
    static ReadOnlyMemory<byte> Clean(string preview)
    {
        if (preview.Length > LargestPreview)
            throw RefusedFileException.Broken("its preview");
        var bytes = new byte[preview.Length];
        if (!Convert.TryFromBase64String(preview, bytes, out var length))
            throw RefusedFileException.Broken("its preview");
        var output = new ImageWriter(new byte[ImageWriter.Room(length)]);
        return CleanImage.Write(bytes.AsSpan(0, length), output) == Preview.ContentType
            ? output.Written
            : throw RefusedFileException.Broken("its preview");
    }

    public void Dispose() => _place.Dispose();
}
