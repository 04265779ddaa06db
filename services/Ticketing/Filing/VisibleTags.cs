using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class VisibleTags
{
    /// <summary>
    /// The tags of tickets that the viewer sees as staff: a word such as "fraud" tells of a ticket too. The index of words finds them,
    /// however many tickets of others have the same.
    /// </summary>
    public static IQueryable<Tag> TagsVisibleTo(this TicketingDbContext db, Viewer viewer)
    {
        // Who sees all tickets sees their own as its customer: a tag of that one alone is not theirs to know.
        if (viewer.Everything)
            return db.Tags.FromSql($"""
                select * from tag t where not exists (
                    select from ticket own where own.customer_id = {viewer.Account} and t.name = any(own.tags))
                or exists (
                    select from search_entry w where w.facets && search_facets(array[t.name])
                    and t.name = any(w.tags) and w.customer_id is distinct from {viewer.Account})
                """).AsNoTracking();
        string[] seen = [.. viewer.Areas.Select(x => $"a:{x}"), $"u:{viewer.Account}"];
        return db.Tags.FromSql($"""
            select * from tag t where exists (
                select from search_entry w where w.facets && search_facets(array[t.name]) and w.facets && search_facets({seen})
                and t.name = any(w.tags) and (w.area_id = any({viewer.Areas}) or w.assignee_id = {viewer.Account})
                and w.customer_id is distinct from {viewer.Account})
            """).AsNoTracking();
    }
}
