using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Http.Extensions;

namespace Helpdesk.Portal.MyTickets;

/// <summary>Which of their tickets a customer wants to see.</summary>
/// <param name="View">One of <see cref="Views"/>.</param>
public sealed record MyTicketsQuery(string View, Guid? Category, string? Search, int Page)
{
    public const int LongestSearch = 200;

    public static IReadOnlyList<string> Views { get; } = ["open", "waiting", "closed", "all"];

    /// <summary>By how much the search is longer than Ticketing accepts; 0 when it fits.</summary>
    public int TooLongBy => Math.Max(0, (Search?.Length ?? 0) - LongestSearch);

    /// <summary>Whether anything narrows it down besides its view.</summary>
    public bool IsNarrow => Category is not null || Search is not null;

    public static MyTicketsQuery Read(string? view, Guid? category, string? search, int? page) => new(
        view is not null && Views.Contains(view) ? view : Views[0], category, TextSanitizer.LineOrNull(search), Math.Max(1, page ?? 1));

    /// <summary>As Ticketing is asked for it.</summary>
    public TicketListQuery ToTicketList() => View == "waiting"
        ? new(Page, Status: TicketStatus.WaitingOnCustomer, Category: Category, Search: Search)
        : new(Page, Enum.Parse<TicketListView>(View, ignoreCase: true), Category: Category, Search: Search);

    /// <summary>The address of its page.</summary>
    public string Address()
    {
        var query = new QueryBuilder { { "view", View } };
        if (Category is { } category)
            query.Add("category", category.ToString());
        if (Search is { } search)
            query.Add("q", search);
        if (Page > 1)
            query.Add("page", $"{Page}");
        return "/tickets" + query;
    }
}
