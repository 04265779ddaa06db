namespace Helpdesk.Api.Files;

/// <summary>The bounds of uploaded files.</summary>
public static class FileLimits
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MaxSize = 5 * 1024 * 1024;
}
