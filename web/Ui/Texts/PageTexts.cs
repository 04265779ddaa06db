using System.Resources;
using Helpdesk.ServiceDefaults.Localization;
using Helpdesk.Ui.Browsing;

namespace Helpdesk.Ui.Texts;

/// <summary>The words of the pages, in the language of who reads.</summary>
public sealed class PageTexts() : LocalizedTexts(Words, Browsing.Language.Current)
{
    static readonly ResourceManager Words = new("Helpdesk.Ui.Texts.PageTexts", typeof(PageTexts).Assembly);
}
