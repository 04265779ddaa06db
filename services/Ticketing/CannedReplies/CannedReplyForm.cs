using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

/// <summary>What is written: a title for staff, and the text in one language or both.</summary>
public sealed record CannedReplyForm(
    [property: Required, TextLength(100, Line = true)] string Title, Guid? AreaId = null,
    [property: TextLength(20_000)] string? TextEs = null, [property: TextLength(20_000)] string? TextEn = null)
{
    /// <summary>What is wrong with it, or null when it now stands in the reply.</summary>
    internal async Task<IResult?> WriteToAsync(CannedReply reply, TicketingDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (title, es, en) = (TextSanitizer.Line(Title), TextSanitizer.Multiline(TextEs), TextSanitizer.Multiline(TextEn));
        if (title.Length == 0)
            return Problem.Invalid("title", "Please give it a title.");
        if (es.Length + en.Length == 0)
            return Problem.Invalid("textEs", "Please write the text in one language at least.");
        foreach (var (field, text) in new[] { ("textEs", es), ("textEn", en) })
        {
            if (Placeholders.Unknown(text) is [var unknown, ..])
                return Problem.Invalid(field, $"Nothing would stand for {{{{{unknown}}}}}. Known are {string.Join(", ", Placeholders.Names)}.");
        }

        if (AreaId is not null && !await db.Areas.AnyAsync(x => x.Id == AreaId && !x.Retired, cancellationToken))
            return Problem.Invalid("areaId", "There is no such area.");
        (reply.Title, reply.AreaId, reply.TextEs, reply.TextEn, reply.UpdatedAt) = (title, AreaId, es.Length > 0 ? es : null, en.Length > 0 ? en : null, now);
        return null;
    }
}
