using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Files;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Attachment.Uploading;

/// <summary>Settings of uploads, section <c>Uploads</c>.</summary>
sealed class UploadOptions : IValidatableObject
{
    /// <summary>How long the receipt of an upload may be handed in with a ticket or a reply.</summary>
    [Duration("00:00:01", "30.00:00:00")]
    public TimeSpan ReceiptFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// How long a file waits for the ticket that claims it. The time beyond <see cref="ReceiptFor"/> is for a broker that is away.
    /// </summary>
    [Duration("00:00:02", "60.00:00:00")]
    public TimeSpan ClaimWithin { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often unclaimed files are looked for.</summary>
    [Duration("00:00:00.050", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of unclaimed files above which no more are accepted, so that strangers cannot fill the disk.</summary>
    [Range(FileLimits.MaxSize, long.MaxValue)]
    public long MaxUnclaimed { get; set; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Bytes of all files together above which no more are accepted.</summary>
    [Range(FileLimits.MaxSize, long.MaxValue)]
    public long MaxStored { get; set; } = 100L * 1024 * 1024 * 1024;

    /// <summary>
    /// KiB that one account, and one network, may send at once; as much again comes back over each hour. A file counts for 256 at
    /// least. Enough for twenty people of one office with two of the largest files each, and some of them twice.
    /// </summary>
    [Range(FileLimits.MaxSize / 1024, int.MaxValue)]
    public int KibibytesPerSender { get; set; } = 256 * 1024;

    /// <summary>Files checked at the same moment: the bound on the memory that checking takes.</summary>
    [Range(1, 64)]
    public int ChecksAtOnce { get; set; } = 4;

    /// <summary>
    /// How long a file waits for its turn to be checked, and an image then for its turn to be decoded; after that its sender is asked to
    /// try again. Together they are less than the portal waits for an answer.
    /// </summary>
    [Duration("00:00:01", "00:05:00")]
    public TimeSpan CheckWait { get; set; } = TimeSpan.FromSeconds(6);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReceiptFor >= ClaimWithin)
        {
            yield return new("Uploads:ReceiptFor must be shorter than Uploads:ClaimWithin: "
                + "else a ticket could claim a file that was just thrown away.");
        }
    }
}
