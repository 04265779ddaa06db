namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The file is none of the kinds that are accepted, or does something by itself; <c>reason</c> says what.</summary>
    public const string UnsupportedFile = Prefix + "unsupported-file";

    /// <summary>The file cannot be read, or is more than is read; <c>reason</c> says which.</summary>
    public const string DamagedFile = Prefix + "damaged-file";

    /// <summary>Too many files wait for the tickets that they were uploaded for.</summary>
    public const string UploadsExhausted = Prefix + "uploads-exhausted";

    /// <summary>Too much came from one account or network within an hour.</summary>
    public const string TooManyUploads = Prefix + "too-many-uploads";

    /// <summary>The installation stores as many files as it may.</summary>
    public const string StorageFull = Prefix + "storage-full";

    /// <summary>The grant in the file's address has expired; its ticket gives a fresh one.</summary>
    public const string GrantExpired = Prefix + "grant-expired";
}
