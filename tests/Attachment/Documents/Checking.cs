using System.IO.Compression;
using System.Text;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests.Documents;

/// <summary>Checks documents as an upload does, but within the tests' own process.</summary>
static class Checking
{
    public static string Refused(byte[] file, string? name = null) =>
        Assert.Throws<RefusedFileException>(() => CheckDocument.Check(file, name)).Reason.Word;

    public static byte[] Taken(byte[] file, string? name = null) => CheckDocument.Check(file, name).Bytes.ToArray();

    /// <summary>Taken just as it is.</summary>
    public static void TakenAsItIs(byte[] file) => Assert.Equal(file, Taken(file));

    /// <summary>Whatever is in it, it is taken or refused, and nothing else.</summary>
    public static string Judged(byte[] file)
    {
        try
        {
            return CheckDocument.Check(file, null).ContentType;
        }
        catch (RefusedFileException refused)
        {
            return refused.Reason.Word;
        }
    }

    /// <summary>The text of a part of what was kept.</summary>
    public static string Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return part.ReadToEnd();
    }
}
