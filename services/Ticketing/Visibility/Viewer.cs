using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Visibility;

/// <summary>Somebody who looks at tickets, and how far he sees.</summary>
/// <param name="Account">Who.</param>
/// <param name="Staff">Whether he works here.</param>
/// <param name="Everything">Whether he sees every ticket.</param>
/// <param name="Areas">The areas whose tickets he sees beside his own.</param>
sealed record Viewer(Guid? Account, bool Staff, bool Everything, Guid[] Areas)
{
    /// <summary>How far he sees in one area: there everything, or only his own. Said so, the database need not look at each ticket of it.</summary>
    public Viewer Within(Guid? area) => area is null || Everything ? this : this with { Everything = Areas.Contains(area.Value), Areas = [] };
}

