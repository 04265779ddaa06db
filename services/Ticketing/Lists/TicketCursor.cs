using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Lists;

/// <summary>Where a list was left, to go on from there: quick however far, and undisturbed by what changes meanwhile.</summary>
sealed record TicketCursor(TicketOrder Order, DateTimeOffset At, Guid Id, TicketPriority Priority)
{
    public const int LongestText = 200;

    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(int)Order}|{At.UtcTicks}|{Id:N}|{(int)Priority}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
    }

    /// <summary>Reads what an earlier response gave; false when it is none of this order.</summary>
    public static bool TryParse(string text, TicketOrder order, [NotNullWhen(true)] out TicketCursor? cursor)
    {
        cursor = null;
        if (text.Length > LongestText || !Base64Url.IsValid(text)
            || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('|') is not [var by, var at, var id, var priority])
            return false;
        if (by == ((int)order).ToString(CultureInfo.InvariantCulture)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var ticket) && Enum.TryParse<TicketPriority>(priority, out var rank) && Enum.IsDefined(rank))
            cursor = new(order, new DateTimeOffset(ticks, TimeSpan.Zero), ticket, rank);
        return cursor is not null;
    }
}
