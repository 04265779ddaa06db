namespace Helpdesk.Attachment.Images;

/// <summary>A part of a WebP: name, size, data, padded to an even length.</summary>
readonly ref struct WebpChunk
{
    readonly ReadOnlySpan<byte> _name;

    WebpChunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        _name = name;
        Data = data;
    }

    public ReadOnlySpan<byte> Data { get; }

    public static WebpChunk Read(scoped ref ImageReader reader)
    {
        var name = reader.Take(4);
        var data = reader.Take(reader.UInt32Little());
        if ((data.Length & 1) == 1)
            reader.Take(1);
        return new(name, data);
    }

    public bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    public void Write(ImageWriter output)
    {
        output.Write(_name);
        output.SetUInt32Little(output.Reserve(4), Data.Length);
        output.Write(Data);
        if ((Data.Length & 1) == 1)
            output.WriteByte(0);
    }
}
