namespace Helpdesk.Api.Categories;

/// <summary>How much a category may hold.</summary>
public static class CategoryLimits
{
    /// <summary>Characters of the longest title.</summary>
    public const int TitleLength = 150;

    /// <summary>Characters of the longest description.</summary>
    public const int DescriptionLength = 1000;
}
