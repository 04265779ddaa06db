using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>Somebody who looks at tickets, and how far they see.</summary>
/// <param name="Account">Who.</param>
/// <param name="Staff">Whether they work here.</param>
/// <param name="Everything">Whether they see every ticket.</param>
/// <param name="Areas">The areas whose tickets they see beside their own.</param>
/// <param name="ByLink">Of who comes by a tracking link: the tickets that it opens, and they see no other.</param>
sealed record Viewer(Guid? Account, bool Staff, bool Everything, Guid[] Areas, Guid[]? ByLink = null)
{
    /// <summary>
    /// How far they see in one area: there everything, or only their own. Said so, the database need not look at each ticket of it.
    /// </summary>
    public Viewer Within(Guid? area) =>
        area is null || Everything ? this : this with { Everything = Areas.Contains(area.Value), Areas = [] };
}

