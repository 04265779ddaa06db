using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Ticketing's own reminder that a category's title of this version is still to be written on tickets after that one.</summary>
/// <param name="CategoryId">Which category.</param>
/// <param name="Version">Its version.</param>
/// <param name="UpdatedAt">When the last ticket that was looked at had changed.</param>
/// <param name="TicketId">Which ticket that was.</param>
public sealed record CategoryTitleDue(Guid CategoryId, long Version, DateTimeOffset UpdatedAt, Guid TicketId)
{
    /// <summary>From the first ticket on.</summary>
    public static CategoryTitleDue Of(CategoryChanged category) =>
        new(category.CategoryId, category.Version, DateTimeOffset.UnixEpoch, Guid.Empty);
}
