using Helpdesk.Attachment.Checks;
using Helpdesk.Attachment.Uploading;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Helpdesk.Attachment.Images;

/// <summary>
/// Decodes images in processes of their own, one at a time: decoders are native code, where a hostile file may write over memory, and
/// the pixels of one image can take hundreds of megabytes.
/// </summary>
sealed class ImageProcess(IOptions<UploadOptions> options) : IDisposable
{
    /// <summary>The argument by which this program is started to decode the one image on its input.</summary>
    public const string Verb = "check-image";

    const string Decoded = "decoded";
    const int MaxPreview = 512 * 1024;

    static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    readonly CheckProcess _process = new(Verb, TimeSpan.FromSeconds(10));
    readonly SemaphoreSlim _slot = new(1);

    /// <summary>The preview of an image, which proves that it can be decoded.</summary>
    /// <param name="image">Clean, and without an end mark of our making.</param>
    /// <exception cref="RefusedFileException">It cannot, or not within the bounds.</exception>
    /// <exception cref="BusyException">Its turn did not come in time.</exception>
    /// <exception cref="IOException">The process cannot be started here.</exception>
    public async Task<ReadOnlyMemory<byte>> PreviewAsync(ReadOnlyMemory<byte> image, CancellationToken cancellationToken)
    {
        if (!await _slot.WaitAsync(options.Value.CheckWait, cancellationToken))
            throw Busy();
        try
        {
            return await _process.RunAsync(image, cancellationToken) is [Decoded, var preview]
                ? Clean(preview)
                : throw RefusedFileException.DamagedImage("it takes more memory or time than any image needs");
        }
        finally
        {
            _slot.Release();
        }
    }

    public static BusyException Busy() =>
        new("Very many files are being sent at the moment. Please try again in a few seconds.", RetryAfter);

    /// <summary>What the process does.</summary>
    public static IEnumerable<string> Answer(ReadOnlyMemory<byte> image) =>
        [Decoded, Convert.ToBase64String(Preview.Make(image.Span))];

    // A process that a hostile image has taken over may say anything: what is stored is an image by structure too.
    static ReadOnlyMemory<byte> Clean(string preview)
    {
        if (preview.Length > MaxPreview)
            throw RefusedFileException.DamagedImage("its preview");
        var bytes = new byte[preview.Length];
        if (!Convert.TryFromBase64String(preview, bytes, out var length))
            throw RefusedFileException.DamagedImage("its preview");
        var output = new ImageWriter(new byte[ImageWriter.Room(length)]);
        return CleanImage.Write(bytes.AsSpan(0, length), output) == Preview.ContentType
            ? output.Written
            : throw RefusedFileException.DamagedImage("its preview");
    }

    public void Dispose() => _slot.Dispose();
}
