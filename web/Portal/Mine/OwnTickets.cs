using Helpdesk.Api.Formats;
using Helpdesk.Portal.Following;
using Microsoft.AspNetCore.Http.Extensions;

namespace Helpdesk.Portal.Mine;

/// <summary>A line of the list, as Ticketing gives it.</summary>
public sealed record TicketLine(string Number, string Subject, string Status, string Category, Named? Assignee, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt);

/// <summary>Which of their tickets a customer wants to see.</summary>
public sealed record Selection(string View, Guid? Category, string? Words, int Page)
{
    public const int LongestWords = 200;

    public static IReadOnlyList<string> Views { get; } = ["open", "waiting", "closed", "all"];

    /// <summary>By how much the words are longer than Ticketing searches for; 0 when they fit.</summary>
    public int TooLongBy => Math.Max(0, (Words?.Length ?? 0) - LongestWords);

    /// <summary>Whether anything narrows it down besides its view.</summary>
    public bool IsNarrow => Category is not null || Words is not null;

    public static Selection Read(string? view, Guid? category, string? words, int? page) => new(
        view is not null && Views.Contains(view) ? view : Views[0], category,
        TextSanitizer.Line(words) is { Length: > 0 } typed ? typed : null, Math.Max(1, page ?? 1));

    /// <summary>Where Ticketing answers it.</summary>
    public string Api()
    {
        var waiting = View == "waiting";
        var query = new QueryBuilder { { waiting ? "status" : "view", waiting ? "WaitingOnCustomer" : View }, { "page", $"{Page}" } };
        if (Category is { } category)
            query.Add("category", category.ToString());
        if (Words is { } words)
            query.Add("q", words);
        return "/api/tickets" + query;
    }

    /// <summary>The address of its page.</summary>
    public string Address()
    {
        var query = new QueryBuilder { { "view", View } };
        if (Category is { } category)
            query.Add("category", category.ToString());
        if (Words is { } words)
            query.Add("q", words);
        if (Page > 1)
            query.Add("page", $"{Page}");
        return "/tickets" + query;
    }
}
