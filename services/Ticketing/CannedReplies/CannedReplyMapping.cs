using Helpdesk.Api.CannedReplies;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static class CannedReplyMapping
{
    public static CannedReplyResponse ToResponse(CannedReply x) => new(x.Id, x.Title, x.AreaId, x.TextEs, x.TextEn, x.UpdatedAt);

    /// <summary>Writes what is requested into the reply, unless something is wrong with it.</summary>
    public static async Task<Result> ApplyAsync(
        this CannedReplyRequest request, CannedReply reply, TicketingDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var title = TextSanitizer.Line(request.Title);
        var (es, en) = (TextSanitizer.Multiline(request.TextEs), TextSanitizer.Multiline(request.TextEn));
        if (title.Length == 0)
            return Refusal.Invalid("title", "Please give it a title.");
        if (es.Length + en.Length == 0)
            return Refusal.Invalid("textEs", "Please write the text in one language at least.");
        foreach (var (field, text) in new[] { ("textEs", es), ("textEn", en) })
        {
            if (Placeholders.Unknown(text) is [var unknown, ..])
            {
                var known = string.Join(", ", Placeholders.Names);
                return Refusal.Invalid(field, $"Nothing would stand for {{{{{unknown}}}}}. Known are {known}.");
            }
        }

        if (request.AreaId is { } area && !await db.Areas.AnyAsync(x => x.Id == area && !x.Retired, cancellationToken))
            return Refusal.Invalid("areaId", "There is no such area.");
        (reply.Title, reply.AreaId, reply.UpdatedAt) = (title, request.AreaId, now);
        (reply.TextEs, reply.TextEn) = (es.Length > 0 ? es : null, en.Length > 0 ? en : null);
        return Result.Done;
    }
}
