using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Reading;

namespace Helpdesk.Ticketing.Exports;

/// <summary>A ticket in its customer's file. What staff says among itself has no place here.</summary>
sealed record ExportedTicket(
    string Number, string Subject, string Category, TicketStatus Status, TicketPriority Priority, string? AssigneeName,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt, int Replies)
{
    /// <summary>Its cells in the order of the headings: texts, hours of the reader's clock, and numbers.</summary>
    public object?[] Cells(ExportTexts words, TimeZoneInfo zone) =>
    [
        Number, Subject, Category, words.Of(Status), words.Of(Priority), AssigneeName is null
            ? null
            : TicketMapping.FirstName(AssigneeName),
        Local(OpenedAt, zone), Local(UpdatedAt, zone), ClosedAt is { } closed ? Local(closed, zone) : null, Replies,
    ];

    static DateTime Local(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
