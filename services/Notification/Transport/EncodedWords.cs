using System.Text;

namespace Helpdesk.Notification.Transport;

/// <summary>
/// Text in a header as encoded words (RFC 2047): whatever a person typed, no mail program finds a sign in it that means something there.
/// </summary>
static class EncodedWords
{
    /// <summary>With its frame such a word has 72 characters; 75 are allowed.</summary>
    const int Octets = 45;

    /// <summary>A name before an address: as it is only when nothing but short, plain words.</summary>
    public static string Phrase(string name) =>
        name.Length <= 60 && name.All(x => x == ' ' || char.IsAsciiLetterOrDigit(x)) ? name : Of(name);

    public static string Of(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        var octets = 0;
        // Each word by itself is valid UTF-8.
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
                End();
            octets += rune.Utf8SequenceLength;
            word.Append(rune);
        }

        End();
        return string.Join("\r\n ", words);

        void End()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
            octets = 0;
        }
    }
}
