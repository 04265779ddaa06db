namespace Helpdesk.Assignment;

/// <summary>One page of a list.</summary>
/// <param name="More">Whether a next page exists: told by one row more than asked for, without counting all of them.</param>
public sealed record Slice<T>(IReadOnlyList<T> Items, int Page, int Size, bool More)
{
    internal static Slice<T> Of(List<T> oneMore, int page, int size) => new([.. oneMore.Take(size)], page, size, oneMore.Count > size);
}
