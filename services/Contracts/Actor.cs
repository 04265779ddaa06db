namespace Helpdesk.Contracts;

/// <summary>Who did it.</summary>
/// <param name="Kind">In which role.</param>
/// <param name="Id">The account, when the person has one; null for an anonymous customer and for Helpdesk itself.</param>
/// <param name="Name">The name as it was shown at that moment; empty for Helpdesk itself.</param>
public sealed record Actor(ActorKind Kind, Guid? Id, string Name)
{
    /// <summary>Helpdesk itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, null, "");
}
