namespace Helpdesk.Ticketing.Tickets;

/// <summary>A page of a list; <paramref name="More"/> says whether another follows.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, bool More);

static class Paging
{
    public const int Default = 20;
    public const int Longest = 100;

    /// <summary>Cuts the page from rows of which one more than a page was asked for: that tells what follows without counting.</summary>
    public static Page<T> ToPage<T>(this List<T> rows, int page, int size) => new([.. rows.Take(size)], page, size, rows.Count > size);
}
