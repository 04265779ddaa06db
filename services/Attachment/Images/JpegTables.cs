using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>The segments of a JPEG that decoding needs (ITU-T T.81, annex B), checked to hold exactly what they should.</summary>
static class JpegTables
{
    public static void CheckQuantization(ReadOnlySpan<byte> data)
    {
        var reader = new ImageReader(data);
        while (reader.Rest.Length > 0)
        {
            var head = reader.Byte();
            if (head >> 4 > 1 || (head & 15) > 3)
                throw RefusedFileException.DamagedImage("a table");
            reader.Take(64 << (head >> 4));
        }
    }

    public static void CheckHuffman(ReadOnlySpan<byte> data)
    {
        var reader = new ImageReader(data);
        while (reader.Rest.Length > 0)
        {
            var head = reader.Byte();
            var codes = 0;
            foreach (var count in reader.Take(16))
                codes += count;
            if (head >> 4 > 1 || (head & 15) > 3 || codes > 256)
                throw RefusedFileException.DamagedImage("a table");
            reader.Take(codes);
        }
    }

    public static void CheckFrame(ReadOnlySpan<byte> data)
    {
        var reader = new ImageReader(data);
        var precision = reader.Byte();
        var (height, width) = (reader.UInt16Big(), reader.UInt16Big());
        ImageBounds.Check(width, height);
        var components = reader.Byte();
        if (precision != 8 || components is not (1 or 3 or 4) || reader.Rest.Length != components * 3)
            throw RefusedFileException.DamagedImage("its header");
        for (var i = 0; i < components; i++)
        {
            reader.Byte();
            var (sampling, table) = (reader.Byte(), reader.Byte());
            if (sampling >> 4 is < 1 or > 4 || (sampling & 15) is < 1 or > 4 || table > 3)
                throw RefusedFileException.DamagedImage("its header");
        }
    }

    public static void CheckScan(ReadOnlySpan<byte> data)
    {
        var reader = new ImageReader(data);
        var components = reader.Byte();
        if (components is < 1 or > 4 || reader.Rest.Length != components * 2 + 3)
            throw RefusedFileException.DamagedImage("a scan");
    }
}
