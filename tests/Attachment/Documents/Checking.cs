using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests.Documents;

/// <summary>Checks documents as an upload does, but within the tests' own process.</summary>
static class Checking
{
    public static string Refused(byte[] file, string? name = null) =>
        Assert.Throws<RefusedFileException>(() => CheckDocument.Check(file, name)).Reason.Word();

    public static byte[] Accepted(byte[] file, string? name = null) => CheckDocument.Check(file, name).Bytes.ToArray();

    /// <summary>Accepted and stored as it is.</summary>
    public static void AcceptedAsItIs(byte[] file) => Assert.Equal(file, Accepted(file));

    /// <summary>The reason as clients read it.</summary>
    public static string Word(this FileRefusalReason reason) => JsonSerializer.SerializeToElement(reason).GetString()!;

    /// <summary>Whatever is in it, it is accepted or refused, and nothing else.</summary>
    public static string Judged(byte[] file)
    {
        try
        {
            return CheckDocument.Check(file, null).ContentType;
        }
        catch (RefusedFileException refused)
        {
            return refused.Reason.Word();
        }
    }

    /// <summary>The text of a part of what is stored.</summary>
    public static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return part.ReadToEnd();
    }
}
