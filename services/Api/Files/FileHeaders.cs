namespace Helpdesk.Api.Files;

/// <summary>Headers of our own on requests for a file.</summary>
public static class FileHeaders
{
    /// <summary>The receipt of the file's upload: whoever sent it sees it by this until a ticket has it.</summary>
    public const string UploadReceipt = "Upload-Receipt";
}
