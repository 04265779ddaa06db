using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Microsoft.AspNetCore.Http.Extensions;

namespace Helpdesk.Ui.Api;

/// <summary>Which tickets a list holds.</summary>
/// <param name="Page">Counted from 1.</param>
/// <param name="View">Null for those of a status.</param>
/// <param name="Search">Words that they hold.</param>
public sealed record TicketListQuery(
    int Page, TicketListView? View = null, TicketStatus? Status = null, Guid? Category = null, string? Search = null)
{
    internal string ToQueryString()
    {
        var query = new QueryBuilder();
        if (View is { } view)
            query.Add("view", view.ToString().ToLowerInvariant());
        if (Status is { } status)
            query.Add("status", status.ToString());
        query.Add("page", $"{Page}");
        if (Category is { } category)
            query.Add("category", category.ToString());
        if (Search is { } search)
            query.Add("q", search);
        return query.ToString();
    }
}
