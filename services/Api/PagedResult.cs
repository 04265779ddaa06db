namespace Helpdesk.Api;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The page, in the list's order.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Size">How many items a full page holds.</param>
/// <param name="More">Whether another page follows.</param>
public sealed record PagedResult<T>(IReadOnlyList<T> Items, int Page, int Size, bool More);

/// <summary>The bounds of every paged list, and how a page is cut.</summary>
public static class PagedResult
{
    /// <summary>Items of a page when the caller does not say.</summary>
    public const int DefaultSize = 20;

    /// <summary>Items of the largest page that may be asked for.</summary>
    public const int LargestSize = 100;

    /// <summary>The last page that may be asked for.</summary>
    public const int LastPage = 10_000;

    /// <summary>
    /// Cuts the page from rows of which one more than a page was asked for: that one tells what follows without counting them all.
    /// </summary>
    /// <param name="oneMore">At most <paramref name="size"/> + 1 rows.</param>
    /// <param name="page">Which page they are, from 1.</param>
    /// <param name="size">Items of a full page.</param>
    public static PagedResult<T> Of<T>(List<T> oneMore, int page, int size) =>
        new([.. oneMore.Take(size)], page, size, oneMore.Count > size);
}
