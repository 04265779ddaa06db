using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Agents;

/// <summary>The local copy of an account that is, was or might become an agent's.</summary>
sealed partial class Agent
{
    public required Guid Id { get; init; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    /// <summary>The one form of that address, which alone is compared.</summary>
    public string CanonicalEmail { get; private set; } = "";
    public string Language { get; private set; } = "";
    public bool IsAgent { get; private set; }
    public bool Active { get; private set; }
    /// <summary>Version of the newest event heard of the account.</summary>
    public long Version { get; private set; }
    /// <summary>Counts the changes of their areas.</summary>
    public long AreasVersion { get; private set; }
    public List<AgentArea> Areas { get; init; } = [];

    public bool Eligible => IneligibleBecause is null;

    /// <summary>The account is suspended, or no agent's any more: nothing may stay with them.</summary>
    public bool CannotWork => this is not { Active: true, IsAgent: true };

    /// <summary>Why they can be given nothing, as a stable word; null when they can.</summary>
    public string? IneligibleBecause => this switch
    {
        { Active: false } => IneligibilityReasons.Disabled,
        { IsAgent: false } => IneligibilityReasons.NotAnAgent,
        { Available: false } => IneligibilityReasons.Away,
        _ => null,
    };

    /// <summary>Takes over what the account is now.</summary>
    public void Apply(AccountChanged account)
    {
        (Name, Email, Language, Active, Version) = (account.Name, account.Email, account.Language, account.Active, account.Version);
        CanonicalEmail = account.CanonicalEmail;
        IsAgent = account.Roles.Contains(AccountRoles.Agent);
    }

    /// <summary>Puts them into these areas and takes them out of all others; null when nothing is different.</summary>
    public (IReadOnlyList<Guid> Entered, IReadOnlyList<Guid> Left)? SetAreas(IReadOnlySet<Guid> areas)
    {
        Guid[] entered = [.. areas.Where(x => !Areas.Exists(y => y.AreaId == x))];
        Guid[] left = [.. Areas.Select(x => x.AreaId).Where(x => !areas.Contains(x))];
        if (entered.Length + left.Length == 0)
            return null;
        Areas.RemoveAll(x => left.Contains(x.AreaId));
        Areas.AddRange(entered.Select(x => new AgentArea { AgentId = Id, AreaId = x }));
        AreasVersion++;
        return (entered, left);
    }

    public AgentAreasChanged ToEvent() =>
        new() { AgentId = Id, Version = AreasVersion, AreaIds = [.. Areas.Select(x => x.AreaId).Order()] };
}
