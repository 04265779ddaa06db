using System.Security.Claims;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>
/// Whoever holds a tracking link: the customer of one ticket, with neither account nor role. A type of its own, so that no claim of a
/// token passes for it.
/// </summary>
/// <param name="own">The ticket that the link was given out for.</param>
/// <param name="leadsOnTo">The one that this was merged into, when the link shows it.</param>
sealed class TrackingIdentity(TrackedTicket own, TrackedTicket? leadsOnTo) : ClaimsIdentity(TrackingScheme.Name)
{
    public TrackedTicket Own => own;

    /// <summary>The ticket that the link leads to.</summary>
    public TrackedTicket Shown => leadsOnTo ?? own;

    /// <summary>All that the link opens.</summary>
    public Guid[] Tickets => leadsOnTo is null ? [own.Id] : [own.Id, leadsOnTo.Id];

    public bool Opens(string number) => number == own.Number || number == leadsOnTo?.Number;
}

/// <summary>A ticket that a link opens.</summary>
sealed record TrackedTicket(Guid Id, string Number);
