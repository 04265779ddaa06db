using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Agents;

/// <summary>The local copy of an account that is, was or might become an agent's.</summary>
sealed class Agent
{
    public required Guid Id { get; init; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Language { get; private set; } = "";
    public bool IsAgent { get; private set; }
    public bool Active { get; private set; }
    /// <summary>Version of the newest event heard of the account.</summary>
    public long Version { get; private set; }
    /// <summary>Counts the changes of his areas.</summary>
    public long AreasVersion { get; private set; }
    public List<AgentArea> Areas { get; init; } = [];

    public bool Eligible => Active && IsAgent;

    /// <summary>Takes over what the account is now; true when the agent can be chosen now and could not before.</summary>
    public bool Follow(AccountChanged account)
    {
        var before = Eligible;
        (Name, Email, Language, Active, Version) = (account.Name, account.Email, account.Language, account.Active, account.Version);
        IsAgent = account.Roles.Contains(Roles.Agent);
        return Eligible && !before;
    }

    /// <summary>Puts him into these areas and takes him out of all others; gives the ones that are new, null when nothing is different.</summary>
    public IReadOnlyList<Guid>? Serve(IReadOnlySet<Guid> areas)
    {
        Guid[] entered = [.. areas.Where(x => !Areas.Exists(y => y.AreaId == x))];
        if (Areas.RemoveAll(x => !areas.Contains(x.AreaId)) == 0 && entered.Length == 0)
            return null;
        Areas.AddRange(entered.Select(x => new AgentArea { AgentId = Id, AreaId = x }));
        AreasVersion++;
        return entered;
    }

    public AgentAreasChanged Tell() => new() { AgentId = Id, Version = AreasVersion, AreaIds = [.. Areas.Select(x => x.AreaId).Order()] };
}
