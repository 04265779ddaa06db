using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Documents;

/// <summary>
/// The fields of a part of a Word document (ECMA-376-1, 17.16). Their codes are put together from the runs they are split over, and only
/// those are accepted that show what is in the document.
/// </summary>
sealed partial class FieldCodes(KnownFields known)
{
    const char Nested = '\uFFFC';
    const int MaxNested = 100;
    const int MaxSigns = 500_000;

    readonly Stack<Field> _open = new();
    readonly Field _outside = new(0);

    /// <summary>A field begins, ends, or goes from its code to what it shows.</summary>
    public void Boundary(string? type, int place)
    {
        if (type == "begin")
        {
            _open.Push(_open.Count < MaxNested ? new(place) : throw TooLarge());
            return;
        }

        if (!_open.TryPeek(out var field))
            return;
        if (field.IsCode)
            Check(field, place);
        field.IsCode = false;
        if (type == "separate")
            return;
        _open.Pop();
        if (_open.TryPeek(out var outer) && outer.IsCode)
            outer.Add(Nested.ToString(), "instrText");
    }

    /// <summary>Whether text at this point belongs to a code.</summary>
    public bool IsInCode => _open.TryPeek(out var top) && top.IsCode;

    public void Text(string text, string element, int place)
    {
        if (!IsInCode)
        {
            // A code outside of any field.
            if (element is "instrText" or "delInstrText")
                _outside.Add(text, element);
            return;
        }

        var field = _open.Peek();
        if (field.Place != place)
            throw Unreadable();
        field.Add(text, element);
    }

    public void Simple(string code) => Check(code);

    public void End()
    {
        foreach (var field in _open.Where(x => x.IsCode))
            Check(field, field.Place);
        Check(_outside, 0);
    }

    // Text within elements that are not Word's own is read by one program and not by another: such a code could be read in two ways.
    void Check(Field field, int place)
    {
        if (field.Place != place)
            throw Unreadable();
        foreach (var code in field.Readings)
            Check(code);
    }

    void Check(string code)
    {
        code = code.Trim();
        if (code.Length == 0 || code[0] == '=')
            return;
        var name = Name().Match(code).Value;
        if (name.Length == 0)
            throw Unreadable();
        known.Check(name, code[name.Length..]);
    }

    static RefusedFileException TooLarge() => RefusedFileException.DocumentTooLarge("it has larger fields than any document needs");

    static RefusedFileException Unreadable() => new(FileRefusalReason.StartsProgram);

    [GeneratedRegex(@"^[^\s""\\\uFFFC]+")]
    private static partial Regex Name();

    sealed class Field(int place)
    {
        readonly StringBuilder _all = new(), _instructions = new(), _withText = new();

        public int Place { get; } = place;

        public bool IsCode { get; set; } = true;

        /// <summary>With and without what was deleted or is plain text, for not every program reads these as part of the code.</summary>
        public IEnumerable<string> Readings => new[] { _all, _instructions, _withText }.Select(x => x.ToString()).Distinct();

        public void Add(string text, string element)
        {
            if (_all.Length + text.Length > MaxSigns)
                throw TooLarge();
            _all.Append(text);
            if (element == "instrText")
                _instructions.Append(text);
            if (element is "instrText" or "t")
                _withText.Append(text);
        }
    }
}
