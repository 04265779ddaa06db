namespace Helpdesk.Api.Areas;

/// <summary>How much an area may hold.</summary>
public static class AreaLimits
{
    /// <summary>Characters of the longest name.</summary>
    public const int NameLength = 100;
}
