using Helpdesk.Attachment.Images;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests.Pictures;

static class Cleaning
{
    public static (string ContentType, byte[] Clean) Clean(byte[] file)
    {
        var output = new ImageWriter(new byte[ImageWriter.Room(file.Length)]);
        var contentType = CleanImage.Write(file, output);
        return (contentType, output.Written.ToArray());
    }

    public static RefusedFileException Refused(byte[] file) => Assert.Throws<RefusedFileException>(() => Clean(file));

    public static bool Has(this byte[] file, string words) => file.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0;
}
