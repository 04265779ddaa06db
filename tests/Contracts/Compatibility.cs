namespace Helpdesk.Contracts.Tests;

/// <summary>Finds what would break a subscriber, or a message that is still on its way, when a contract changes.</summary>
static class Compatibility
{
    public static IEnumerable<string> Breaks(Shape before, Shape after)
    {
        if (before.Values is not null)
        {
            return (after.Values is null ? before.Values : before.Values.Except(after.Values))
                .Select(x => $"{before.Contract}: the value {x} is gone");
        }

        if (after.Members is null)
            return [$"{before.Contract} is no record any more"];
        return before.Members!.SelectMany(x => Changed(before.Contract, x.Key, x.Value, after.Members.GetValueOrDefault(x.Key)))
            .Concat(after.Members.Where(x => x.Value.Required && !before.Members!.ContainsKey(x.Key))
                .Select(x => $"{before.Contract}.{x.Key} is new and required: older messages lack it"));
    }

    static IEnumerable<string> Changed(string contract, string name, Member before, Member? after)
    {
        if (after is null)
            yield return $"{contract}.{name} is gone or renamed";
        else if (after.Type != before.Type)
            yield return $"{contract}.{name} was {before.Type} and is {after.Type}";
        else if (after.Required != before.Required)
            yield return $"{contract}.{name} was {Word(before)} and is {Word(after)}";
    }

    static string Word(Member member) => member.Required ? "required" : "optional";
}
