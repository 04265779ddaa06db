using System.IO.Compression;
using System.Runtime.InteropServices;
using Helpdesk.Attachment.Uploading;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// Unpacks the object streams of one PDF, and stops where no honest document goes on. Filters that objects are never packed with (those of
/// images, LZW) are missing: such streams cannot be read and are refused.
/// </summary>
sealed class PdfFilters : IFilterProvider
{
    const int MaxUnpacked = 32 * 1024 * 1024;
    const int MaxStreams = 2_000;

    readonly Dictionary<string, IFilter> _filters;
    int _unpacked;
    int _streams;

    public PdfFilters()
    {
        IFilter flate = new BoundedFlate(this), hex = new AsciiHexDecodeFilter(), base85 = new Ascii85Filter();
        _filters = new() { ["FlateDecode"] = flate, ["Fl"] = flate, ["ASCIIHexDecode"] = hex, ["AHx"] = hex, ["ASCII85Decode"] = base85,
            ["A85"] = base85 };
    }

    /// <summary>Unpacks a stream.</summary>
    /// <param name="names">Its filters, in their order.</param>
    public Memory<byte> Decode(Memory<byte> packed, DictionaryToken dictionary, IReadOnlyList<NameToken> names)
    {
        var filters = GetNamedFilters(names);
        for (var i = 0; i < filters.Count; i++)
            packed = filters[i].Decode(packed, dictionary, this, i);
        Count(filters.Count == 0 ? packed.Length : 0);
        return packed;
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        names.Count <= 4 ? [.. names.Select(x => _filters.GetValueOrDefault(x.Data) ?? throw Unreadable())] : throw Unreadable();

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        if (!dictionary.TryGet(NameToken.Filter, out var filter) && !dictionary.TryGet(NameToken.F, out filter))
            return [];
        return filter switch
        {
            NameToken name => GetNamedFilters([name]),
            ArrayToken names => GetNamedFilters([.. names.Data.Select(x => x as NameToken ?? throw Unreadable())]),
            _ => throw Unreadable(),
        };
    }

    public IReadOnlyList<IFilter> GetAllFilters() => [.. _filters.Values.Distinct()];

    public static RefusedFileException Unreadable() => RefusedFileException.DamagedDocument("its packed objects cannot be read");

    void Count(int bytes)
    {
        if ((_unpacked += bytes) > MaxUnpacked)
            throw RefusedFileException.DocumentTooLarge("its objects unpack to more than any document needs");
    }

    /// <summary>PdfPig's own, after its output was measured; broken input is not passed on as if it were plain.</summary>
    sealed class BoundedFlate(PdfFilters bounds) : IFilter
    {
        readonly FlateFilter _flate = new();

        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (++bounds._streams > MaxStreams)
                throw RefusedFileException.DocumentTooLarge("it has more packed objects than any document needs");
            Measure(input);
            return _flate.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        void Measure(Memory<byte> input)
        {
            MemoryMarshal.TryGetArray<byte>(input, out var bytes);
            if (bytes.Count < 2)
                throw Unreadable();
            using var packed = new MemoryStream(bytes.Array!, bytes.Offset + 2, bytes.Count - 2, writable: false);
            using var stream = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[16 * 1024];
            try
            {
                for (int read; (read = stream.Read(buffer)) > 0;)
                    bounds.Count(read);
            }
            catch (InvalidDataException)
            {
                throw Unreadable();
            }
        }
    }
}
