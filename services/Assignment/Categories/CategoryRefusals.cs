using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Results;

namespace Helpdesk.Assignment.Categories;

/// <summary>Why a category can be neither created nor changed in this way.</summary>
static class CategoryRefusals
{
    public static readonly Refusal NoTitle = Refusal.Invalid("title", "A title needs letters that can be seen.");

    public static readonly Refusal NoSuchArea = Refusal.Invalid("areaId", "There is no such area, or it takes no new tickets.");

    public static Refusal TitleTaken(string title) => UniqueNames.Refuse(
        ProblemTypes.CategoryTitleTaken, "title", $"There is a category named {title} already, or one that reads the same.");
}
