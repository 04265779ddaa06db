using System.Text;

namespace Helpdesk.Attachment.Tests.Images;

/// <summary>Names the parts of a file, in order, and insists that they fill it to the last byte.</summary>
static class Parts
{
    public static string OfPng(byte[] file)
    {
        var names = new List<string>();
        var at = 8;
        while (at < file.Length)
        {
            names.Add(Encoding.ASCII.GetString(file, at + 4, 4));
            at += 12 + (file[at] << 24 | file[at + 1] << 16 | file[at + 2] << 8 | file[at + 3]);
        }

        Assert.Equal(file.Length, at);
        return string.Join(' ', names);
    }

    public static string OfJpeg(byte[] file)
    {
        var names = new List<string>();
        var at = 2;
        while (file[at + 1] != 0xD9)
        {
            Assert.Equal(0xFF, file[at]);
            names.Add($"{file[at + 1]:X2}");
            var isScan = file[at + 1] == 0xDA;
            at += 2 + (file[at + 2] << 8 | file[at + 3]);
            while (isScan && (file[at] != 0xFF || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7)))
                at++;
        }

        Assert.Equal(file.Length, at + 2);
        return string.Join(' ', names);
    }

    public static string OfWebp(byte[] file)
    {
        var names = new List<string>();
        Assert.Equal(file.Length - 8, BitConverter.ToInt32(file, 4));
        var at = 12;
        while (at < file.Length)
        {
            names.Add(Encoding.ASCII.GetString(file, at, 4).Trim());
            var size = BitConverter.ToInt32(file, at + 4);
            at += 8 + size + size % 2;
        }

        Assert.Equal(file.Length, at);
        return string.Join(' ', names);
    }
}
