using System.Resources;
using Helpdesk.ServiceDefaults.Localization;

namespace Helpdesk.Notification.Mails;

/// <summary>The words of mails in one language.</summary>
public sealed class Texts : LocalizedTexts
{
    static readonly ResourceManager Words = new("Helpdesk.Notification.Mails.Texts", typeof(Texts).Assembly);
    static readonly Texts English = new("en");
    static readonly Texts Spanish = new("es");

    Texts(string language)
        : base(Words, language)
    {
    }

    public static IReadOnlyList<Texts> All { get; } = [Spanish, English];

    /// <param name="language">What the reader chose, such as <c>es-EC</c>.</param>
    /// <param name="otherwise">What the installation speaks to who chose none that we write in; null for English.</param>
    public static Texts Of(string language, string? otherwise = null) => Known(language) ?? Known(otherwise ?? "") ?? English;

    static Texts? Known(string language) => All.FirstOrDefault(x => language.StartsWith(x.Language, StringComparison.OrdinalIgnoreCase));
}
