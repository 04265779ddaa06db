using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Images;

/// <summary>JPEG (ITU-T T.81), baseline and progressive with Huffman codes: what browsers show.</summary>
static class JpegImage
{
    const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Quantization = 0xDB, RestartInterval = 0xDD, Huffman = 0xC4, Comment = 0xFE;

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xFF, Start, 0xFF]);

    public static string Clean(ReadOnlySpan<byte> file, ImageWriter output)
    {
        var reader = new ImageReader(file);
        output.Write(reader.Take(2));
        var (frames, scans, knowsOrientation) = (0, new JpegScans(), false);
        while (true)
        {
            if (reader.Rest is [] or [0xFF] && scans.AreComplete)
            {
                output.AddEnd([0xFF, End]);
                return "image/jpeg";
            }

            var marker = NextMarker(ref reader);
            if (marker == End)
            {
                if (scans.Count == 0)
                    throw RefusedFileException.DamagedImage("it has no pixels");
                output.Write([0xFF, End]);
                return "image/jpeg";
            }

            var data = Segment(ref reader);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    if (++frames > 1)
                        throw RefusedFileException.DamagedImage("it has two headers");
                    JpegTables.CheckFrame(data);
                    scans.Begin(data);
                    break;
                case Quantization:
                    JpegTables.CheckQuantization(data);
                    break;
                case Huffman:
                    JpegTables.CheckHuffman(data);
                    break;
                case RestartInterval when data.Length == 2:
                    break;
                case Scan:
                    if (frames == 0 || scans.AreAll)
                        throw RefusedFileException.DamagedImage("a scan");
                    JpegTables.CheckScan(data);
                    scans.Add(data);
                    WriteSegment(marker, data, output);
                    CopyPixels(ref reader, output);
                    continue;
                case Comment or (>= 0xE0 and <= 0xEF):
                    knowsOrientation |= KeepOfRemark(marker, data, scans.Count == 0 && !knowsOrientation, output);
                    continue;
                default:
                    throw RefusedFileException.DamagedImage("a part of an unknown kind");
            }

            WriteSegment(marker, data, output);
        }
    }

    /// <summary>Keeps only those segments of applications that change how the image looks; tells whether it was the orientation.</summary>
    static bool KeepOfRemark(byte marker, ReadOnlySpan<byte> data, bool mayTurn, ImageWriter output)
    {
        if (marker == 0xE0 && data.StartsWith("JFIF\0"u8) && data.Length >= 14)
        {
            // Without its thumbnail, which may show what was cropped.
            WriteSegment(marker, [.. data[..12], 0, 0], output);
        }
        else if (marker == 0xEE && data.StartsWith("Adobe"u8) && data.Length >= 12)
        {
            WriteSegment(marker, data[..12], output);
        }
        else if (marker == 0xE1 && mayTurn && JpegOrientation.IsExif(data))
        {
            JpegOrientation.Write(JpegOrientation.Read(data), output);
            return true;
        }

        return false;
    }

    static byte NextMarker(ref ImageReader reader)
    {
        if (reader.Byte() != 0xFF)
            throw RefusedFileException.DamagedImage("bytes between its parts");
        byte marker;
        do
            marker = reader.Byte();
        while (marker == 0xFF);
        return marker;
    }

    static ReadOnlySpan<byte> Segment(scoped ref ImageReader reader)
    {
        var length = reader.UInt16Big();
        return length >= 2 ? reader.Take(length - 2) : throw RefusedFileException.DamagedImage("a length");
    }

    static void WriteSegment(byte marker, ReadOnlySpan<byte> data, ImageWriter output)
    {
        output.Write([0xFF, marker]);
        output.WriteUInt16Big(data.Length + 2);
        output.Write(data);
    }

    /// <summary>Pixels reach to the next marker that is neither a stuffed byte nor a restart, else to the end of the file.</summary>
    static void CopyPixels(ref ImageReader reader, ImageWriter output)
    {
        var start = reader.Position;
        while (true)
        {
            var next = reader.Rest.IndexOf((byte)0xFF);
            reader.Take(next < 0 ? reader.Rest.Length : next);
            if (reader.Rest.Length < 2 || reader.Rest[1] is not (0 or (>= 0xD0 and <= 0xD7)))
                break;
            reader.Take(2);
        }

        if (reader.Position == start)
            throw RefusedFileException.DamagedImage("it has no pixels");
        output.Write(reader.Since(start));
    }
}
