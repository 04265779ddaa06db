using System.Globalization;
using System.Resources;
using Helpdesk.ServiceDefaults.Languages;

namespace Helpdesk.Ui.Texts;

/// <summary>The words of the pages, in the language of who reads.</summary>
public sealed class PageTexts() : Wording(Words, CultureInfo.CurrentUICulture.Name)
{
    static readonly ResourceManager Words = new("Helpdesk.Ui.Texts.PageTexts", typeof(PageTexts).Assembly);
}
